/** A search that waits until the typing rests. */
import { Input } from "antd";
import { useEffect, useRef, useState } from "react";

import { Icon } from "./icons";

const REST_MS = 350;

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}

/** A search field. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const timer = useRef<number>();
  useEffect(() => {
    setText(value);
  }, [value]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <Input
      type="search"
      className="search-field"
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" />}
      allowClear
      maxLength={60}
      value={text}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => {
          onSearch(next.trim());
        }, REST_MS);
      }}
      onPressEnter={() => {
        clearTimeout(timer.current);
        onSearch(text.trim());
      }}
    />
  );
}
