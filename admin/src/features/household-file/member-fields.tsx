/** Fields that several forms about the people of a household share. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

/** Relations to the head, the frequent ones first. */
export const RELATIONS = [
  "spouse",
  "son",
  "daughter",
  "daughter_in_law",
  "son_in_law",
  "father",
  "mother",
  "grandchild",
  "grandparent",
  "sibling",
  "other",
] as const satisfies BodyInput<"POST /official/households/:id/recipients">["relation"][];

/** A relation to the head. */
export function RelationSelect(props: { value?: string; id?: string; onChange?: () => void }) {
  const { t } = useTranslation();
  const options = RELATIONS.map((one) => ({ value: one, label: t(`relation.${one}`) }));
  return <Select {...props} options={options} virtual={false} />;
}

/** Name and relation. */
export function WhoFields({ isHead = false }: { isHead?: boolean }) {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("field.required") }];
  return (
    <div className="form-row">
      <Form.Item name="name" label={t("file.name")} rules={required}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {!isHead && (
        <Form.Item
          name="relation"
          label={t("file.relation")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <RelationSelect />
        </Form.Item>
      )}
    </div>
  );
}

/** Year of birth and ID number. */
export function BirthFields({ extra }: { extra: string }) {
  const { t } = useTranslation();
  return (
    <div className="form-row">
      <Form.Item
        name="birth_year"
        label={t("kin.birthYear")}
        rules={[{ type: "integer", min: 1900, max: 2100, message: t("kin.birthYearWrong") }]}
      >
        <InputNumber controls={false} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item
        name="id_number"
        label={t("kin.idNumber")}
        extra={extra}
        rules={[{ pattern: /^\d{17}[\dX]$/, message: t("kin.idNumberWrong") }]}
      >
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
