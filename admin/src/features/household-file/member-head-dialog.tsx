/** Another head: from which day, why, and how everybody else stands to the new one. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import { RelationSelect, type RELATIONS } from "./member-fields";
import type { MemberDialogProps } from "./members";

interface Fields {
  member_id: string;
  on: string;
  reason: string;
  relation?: Record<string, (typeof RELATIONS)[number]>;
}

/** The form. */
export function HeadDialog({ id, membership, onClose }: MemberDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/head");
  const present = membership.members.filter((one) => one.left_on === null);
  const others = present.filter((one) => one.relation !== "head");
  const send = async ({ member_id, on, reason, relation = {} }: Fields) => {
    const relations = present
      .filter((one) => one.id !== member_id)
      .flatMap((one) => {
        const said = relation[one.id];
        return said ? [{ member_id: one.id, relation: said }] : [];
      });
    const { version } = membership;
    await write.mutateAsync({
      params: { id },
      body: { version, member_id, on, reason, relations },
    });
    return t("kin.headDone", { name: present.find((one) => one.id === member_id)?.name ?? "" });
  };
  return (
    <FormDialog<Fields>
      title={t("kin.headTitle")}
      okText={t("kin.head")}
      isOff={others.length === 0}
      initialValues={{ on: today() }}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("kin.headHint")}</p>}
    >
      <div className="form-row">
        <Form.Item
          name="member_id"
          label={t("kin.headIs")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Select
            options={others.map((one) => ({ value: one.id, label: one.name }))}
            virtual={false}
          />
        </Form.Item>
        <Form.Item
          name="on"
          label={t("kin.headOn")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <DayField max={today()} />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={["member_id"]}>
        {({ getFieldValue }) => (
          <Relations present={present} chosen={String(getFieldValue("member_id") ?? "")} />
        )}
      </Form.Item>
      <ReasonField
        label={t("kin.headReason")}
        wanted={t("kin.headReasonWanted")}
        rows={2}
        most={200}
      />
    </FormDialog>
  );
}

interface RelationsProps {
  present: MemberDialogProps["membership"]["members"];
  chosen: string;
}

/** Every relation is said anew: it was one to the former head. */
function Relations({ present, chosen }: RelationsProps) {
  const { t } = useTranslation();
  if (!present.some((one) => one.id === chosen)) return null;
  return (
    <fieldset className="plain-fields">
      <legend className="sub">{t("kin.headRelations")}</legend>
      <div className="form-row">
        {present
          .filter((one) => one.id !== chosen)
          .map((one) => (
            <Form.Item
              key={one.id}
              name={["relation", one.id]}
              label={one.name}
              rules={[{ required: true, message: t("field.required") }]}
            >
              <RelationSelect />
            </Form.Item>
          ))}
      </div>
    </fieldset>
  );
}
