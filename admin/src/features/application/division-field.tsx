/** Chooses a division step by step: county, township, village. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";

const DEEPEST = 3;

interface DivisionFieldProps {
  /** Chosen codes from the county down; given and taken by the form. */
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** A form control: its value is the way down, its last code counts. */
export function DivisionField({ value = [], onChange }: DivisionFieldProps) {
  const steps = Math.min(DEEPEST, value.length + 1);
  return (
    <div className="three">
      {Array.from({ length: steps }, (_, depth) => (
        <Step
          key={value[depth - 1] ?? "top"}
          depth={depth}
          parent={value[depth - 1]}
          chosen={value[depth]}
          onChoose={(code) => onChange?.([...value.slice(0, depth), code])}
        />
      ))}
    </div>
  );
}

interface StepProps {
  depth: number;
  parent: string | undefined;
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

function Step({ depth, parent, chosen, onChoose }: StepProps) {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/divisions", { query: { parent } });
  const names = [t("apply.county"), t("apply.township"), t("apply.village")];
  const options = query.data?.divisions.map(({ code, name }) => ({ value: code, label: name }));
  if (depth > 0 && options?.length === 0) return null;
  return (
    <Select
      aria-label={names[depth]}
      placeholder={names[depth]}
      value={chosen}
      onChange={onChoose}
      options={options ?? []}
      loading={query.isPending}
      showSearch={{ optionFilterProp: "label" }}
      virtual={false}
    />
  );
}
