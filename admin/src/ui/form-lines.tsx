/** A list in a form: a line for each thing, with a way to add and to drop one. */
import { Button, Form } from "antd";
import type { ReactNode } from "react";

import { Icon } from "./icons";

interface FormLinesProps {
  name: string;
  /** How many there must be, and may be. */
  least: number;
  most: number;
  add: string;
  /** How a line is called, counted from 1. */
  labelOf: (n: number) => string;
  dropOf: (n: number) => string;
  /** The fields of the line with this index. */
  children: (index: number) => ReactNode;
}

/** The lines. */
export function FormLines({ name, least, most, add, labelOf, dropOf, children }: FormLinesProps) {
  return (
    <Form.List name={name}>
      {(lines, act) => (
        <>
          {lines.map((line) => (
            <div
              className="form-line"
              key={line.key}
              role="group"
              aria-label={labelOf(line.name + 1)}
            >
              <div className="form-row">{children(line.name)}</div>
              {lines.length > least && (
                <Button
                  type="text"
                  aria-label={dropOf(line.name + 1)}
                  icon={<Icon name="cross" />}
                  onClick={() => {
                    act.remove(line.name);
                  }}
                />
              )}
            </div>
          ))}
          {lines.length < most && (
            <Button
              icon={<Icon name="plus" />}
              onClick={() => {
                act.add({});
              }}
            >
              {add}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
