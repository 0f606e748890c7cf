/** The filters that came from drilling down, each with its name and a way out. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { Icon } from "../../ui/icons";

import { categoryOf } from "./drill";
import type { Group } from "./drill";

const NAMED = { product_id: "product", cooperative_id: "cooperative" } as const;

/** One chip for each filter; nothing when there is none. */
export function ActiveFilters() {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const category = categoryOf(get("category"));
  if (!get("product_id") && !get("cooperative_id") && !category) return null;
  return (
    <div className="filters">
      {get("product_id") && <NamedChip name="product_id" />}
      {get("cooperative_id") && <NamedChip name="cooperative_id" />}
      {category && <Chip name="category" group="category" label={t(`category.${category}`)} />}
    </div>
  );
}

/** The address knows the id only: the summary of that one row knows the name. */
function NamedChip({ name }: { name: keyof typeof NAMED }) {
  const { get } = useAddressState();
  const group = NAMED[name];
  const query = useRead("GET /official/income/summary", {
    query: { group_by: group, [name]: get(name) },
  });
  return <Chip name={name} group={group} label={query.data?.rows[0]?.label ?? "…"} />;
}

interface ChipProps {
  name: string;
  group: Group;
  label: string;
}

function Chip({ name, group, label }: ChipProps) {
  const { t } = useTranslation();
  const { change } = useAddressState();
  return (
    <span className="chip">
      {t(`group.${group}`)} <b>{label}</b>
      <Button
        type="text"
        size="small"
        aria-label={t("income.dropFilter", { name: t(`group.${group}`) })}
        icon={<Icon name="cross" />}
        onClick={() => {
          change({ [name]: undefined });
        }}
      />
    </span>
  );
}
