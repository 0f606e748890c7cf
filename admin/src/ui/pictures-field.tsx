/** Pictures of the goods: sent at once, shown as small previews, the first one is the cover. */
import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { uploadPicture } from "../lib/api";
import { asRefused } from "../lib/refused";
import type { Refused } from "../lib/refused";
import { Icon } from "./icons";
import { RefusalNote } from "./refusal-note";

const MOST = 8;

interface PicturesFieldProps {
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** A form control: its value is the list of picture paths. */
export function PicturesField({ value = [], onChange }: PicturesFieldProps) {
  const { t } = useTranslation();
  const input = useId();
  const [sending, setSending] = useState(0);
  const [refused, setRefused] = useState<Refused | null>(null);
  const add = async (files: readonly File[]) => {
    const chosen = files.slice(0, MOST - value.length);
    setRefused(null);
    setSending(chosen.length);
    const paths: string[] = [];
    for (const file of chosen) {
      try {
        paths.push(await uploadPicture(file));
      } catch (thrown) {
        setRefused(asRefused(thrown));
      }
      setSending((count) => count - 1);
    }
    onChange?.([...value, ...paths]);
  };
  return (
    <>
      {refused && <RefusalNote refused={refused} />}
      <div className="pictures">
        {value.map((path, index) => (
          <span className="picture" key={path}>
            <img src={path} alt={t("product.pictureN", { n: index + 1 })} />
            <Button
              size="small"
              shape="circle"
              aria-label={t("product.dropPicture", { n: index + 1 })}
              icon={<Icon name="cross" />}
              onClick={() => onChange?.(value.filter((one) => one !== path))}
            />
          </span>
        ))}
        {value.length + sending < MOST && (
          <label className="picture-add" htmlFor={input}>
            <Icon name="plus" />
            {sending > 0 ? t("product.sending", { n: sending }) : t("product.addPicture")}
            <input
              id={input}
              type="file"
              multiple
              disabled={sending > 0}
              accept="image/jpeg,image/png,image/webp"
              onChange={(event) => {
                const files = [...(event.target.files ?? [])];
                event.target.value = "";
                void add(files);
              }}
            />
          </label>
        )}
      </div>
    </>
  );
}
