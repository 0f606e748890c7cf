/** The form that opens a pick-up point. */
import { Button, Input, Label, Select, toast } from "@medusajs/ui";
import { useState, type FormEvent } from "react";

import { pickupPointBodySchema } from "../../../contract/pickup";
import { openPoint } from "./pickup-points";

const FIELDS = [
  ["name", "名称 Name"],
  ["division_code", "区划代码（12 位）Division code"],
  ["province", "省 Province"],
  ["city", "市 City"],
  ["county", "区县 County"],
  ["street", "详细地址 Street"],
  ["hours", "时间 Hours"],
  ["phone", "电话 Phone"],
] as const;

const KINDS = [
  ["township", "乡镇 Township"],
  ["village", "村 Village"],
  ["city", "城区 City"],
] as const;

/** What is typed goes through the contract before it is sent. */
export function PointForm({ onOpened }: { onOpened: (keeperPath: string) => void }) {
  const [kind, setKind] = useState<string>("township");
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = pickupPointBodySchema.safeParse({
      ...Object.fromEntries(new FormData(form)),
      kind,
    });
    if (!typed.success) {
      const wrong = typed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
      toast.error(wrong.join("; "));
      return;
    }
    setBusy(true);
    openPoint(typed.data)
      .then(
        (path) => {
          form.reset();
          onOpened(path);
        },
        (error: unknown) => toast.error(error instanceof Error ? error.message : "失败 Failed"),
      )
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-3 px-6 py-4 md:grid-cols-3">
      <div>
        <Label id="point-kind">类型 Kind</Label>
        <Select value={kind} onValueChange={setKind}>
          <Select.Trigger aria-labelledby="point-kind">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {KINDS.map(([value, label]) => (
              <Select.Item key={value} value={value}>
                {label}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {FIELDS.map(([name, label]) => (
        <div key={name}>
          <Label htmlFor={`point-${name}`}>{label}</Label>
          <Input id={`point-${name}`} name={name} aria-required />
        </div>
      ))}
      <div className="self-end">
        <Button type="submit" isLoading={busy}>
          开自提点 Open a point
        </Button>
      </div>
    </form>
  );
}
