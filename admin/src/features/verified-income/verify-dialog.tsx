/** A cadre enters the year's income by category, with a reason wherever the platform has another figure. */
import { formatFen } from "@yigou/backend/contract/fen";
import type { BodyInput } from "@yigou/backend/contract";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { MoneyField } from "../../ui/fields";
import { FormDialog } from "../../ui/form-dialog";
import { moneyText } from "../../ui/money";

import type { Year } from "./year-columns";

type Body = BodyInput<"POST /official/households/:id/years/:year">;

const MONEY = [
  "wage_fen",
  "business_gross_fen",
  "business_cost_fen",
  "property_fen",
  "transfer_fen",
  "uncounted_fen",
] as const;
type MoneyName = (typeof MONEY)[number];
type Fields = Record<MoneyName, string> & Pick<Body, "reasons" | "evidence_note">;

/** Which figure of a column a field is about, and which reason goes with it. */
const ABOUT = {
  wage_fen: { figure: "wage", reason: "wage" },
  business_gross_fen: { figure: "business_gross", reason: "business" },
  business_cost_fen: { figure: "business_cost", reason: null },
  property_fen: { figure: "property", reason: "property" },
  transfer_fen: { figure: "transfer", reason: "transfer" },
  uncounted_fen: { figure: "uncounted", reason: null },
} as const;

interface VerifyDialogProps {
  id: string;
  name: string;
  year: Year;
  onClose: () => void;
}

function textsOf(
  column: Year["platform"] | NonNullable<Year["verified"]>,
): Record<MoneyName, string> {
  const text = (name: MoneyName) => formatFen(column[ABOUT[name].figure]?.fen ?? 0);
  return {
    wage_fen: text("wage_fen"),
    business_gross_fen: text("business_gross_fen"),
    business_cost_fen: text("business_cost_fen"),
    property_fen: text("property_fen"),
    transfer_fen: text("transfer_fen"),
    uncounted_fen: text("uncounted_fen"),
  };
}

/** Begins with the newest version, or empty. */
export function VerifyDialog({ id, name, year, onClose }: VerifyDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/years/:year");
  const base_version = year.versions[0]?.version ?? 0;
  const send = async ({ reasons, evidence_note, ...texts }: Fields) => {
    const fen = (field: MoneyName) => fenOfText(texts[field]) ?? 0;
    const said = Object.entries(reasons).filter(([, reason]) => Boolean(reason));
    const body: Body = {
      base_version,
      wage_fen: fen("wage_fen"),
      business_gross_fen: fen("business_gross_fen"),
      business_cost_fen: fen("business_cost_fen"),
      property_fen: fen("property_fen"),
      transfer_fen: fen("transfer_fen"),
      uncounted_fen: fen("uncounted_fen"),
      reasons: Object.fromEntries(said),
      evidence_note,
    };
    await write.mutateAsync({ params: { id, year: year.year }, body });
    return t("verified.done", { n: base_version + 1 });
  };
  return (
    <FormDialog
      title={t("verified.formTitle", { name, year: year.year })}
      okText={t("verified.ok", { n: base_version + 1 })}
      initialValues={{
        ...(year.verified ? textsOf(year.verified) : {}),
        reasons: year.versions[0]?.reasons ?? {},
      }}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("verified.formHint")}</p>}
    >
      <CopyButton year={year} />
      {MONEY.map((field) => (
        <MoneyLine key={field} field={field} year={year} />
      ))}
      <Form.Item
        name="evidence_note"
        label={t("verified.evidence")}
        extra={t("verified.evidenceHint")}
        rules={[{ required: true, message: t("field.required") }]}
      >
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}

/** Begins with the platform's figures. */
function CopyButton({ year }: { year: Year }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Button
      size="small"
      className="form-gap"
      onClick={() => {
        form.setFieldsValue(textsOf(year.platform));
      }}
    >
      {t("verified.copy")}
    </Button>
  );
}

/** An amount; below it, once it differs from the platform's, the reason. */
function MoneyLine({ field, year }: { field: MoneyName; year: Year }) {
  const { t } = useTranslation();
  const typed = Form.useWatch<string | undefined>(field);
  const { figure, reason } = ABOUT[field];
  const platform = year.platform[figure];
  const amount = moneyText(platform?.fen ?? 0);
  const fen = fenOfText(typed ?? "");
  const differs = reason !== null && fen !== null && fen !== platform?.fen;
  return (
    <>
      <MoneyField
        name={field}
        label={t(`verified.fields.${field}`)}
        extra={platform === null ? t("verified.unseen") : t("verified.platformIs", { amount })}
      />
      {differs && (
        <Form.Item
          name={["reasons", reason]}
          label={t("verified.reasonOf", { amount })}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input maxLength={200} placeholder={t("verified.reasonHint")} />
        </Form.Item>
      )}
    </>
  );
}
