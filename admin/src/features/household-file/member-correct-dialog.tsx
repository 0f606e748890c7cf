/** An entry about a member is put right; what stood before is kept. */
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import { BirthFields, WhoFields, type RELATIONS } from "./member-fields";
import type { Member, MemberDialogProps } from "./members";

interface Fields {
  name: string;
  relation?: (typeof RELATIONS)[number];
  birth_year?: number | null;
  id_number?: string;
  joined_on: string;
  left_on?: string;
  not_left?: boolean;
  reason: string;
}

/** Only what differs is sent. */
function changesOf({ not_left, id_number, reason: _, ...fields }: Fields, member: Member) {
  const left_on = not_left === true ? null : fields.left_on;
  return {
    ...(fields.name === member.name ? {} : { name: fields.name }),
    ...(fields.relation && fields.relation !== member.relation
      ? { relation: fields.relation }
      : {}),
    ...((fields.birth_year ?? null) === member.birth_year
      ? {}
      : { birth_year: fields.birth_year ?? null }),
    ...(fields.joined_on === member.joined_on ? {} : { joined_on: fields.joined_on }),
    ...(left_on === undefined || left_on === member.left_on ? {} : { left_on }),
    ...(id_number?.trim() ? { id_number: id_number.trim() } : {}),
  };
}

/** The form. */
export function CorrectDialog(props: MemberDialogProps & { member: Member }) {
  const { id, membership, member, onClose } = props;
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/members/:member_id/correction");
  const { id: member_id, name, relation, birth_year, joined_on, left_on } = member;
  const isHead = relation === "head";
  const send = async (fields: Fields) => {
    const { version } = membership;
    const body = { version, reason: fields.reason, ...changesOf(fields, member) };
    await write.mutateAsync({ params: { id, member_id }, body });
    return t("kin.correctDone", { name: fields.name });
  };
  const masked = member.id_number_masked;
  return (
    <FormDialog<Fields>
      title={t("kin.correctTitle", { name })}
      okText={t("kin.correct")}
      initialValues={{ name, birth_year, joined_on, left_on, ...(isHead ? {} : { relation }) }}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("kin.correctHint")}</p>}
    >
      <WhoFields isHead={isHead} />
      <BirthFields
        extra={masked === null ? t("kin.idNumberHint") : t("kin.idNumberKeep", { masked })}
      />
      <div className="form-row">
        <Form.Item
          name="joined_on"
          label={t("kin.joinedOn")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <DayField max={today()} />
        </Form.Item>
        {left_on !== null && (
          <Form.Item name="left_on" label={t("kin.leftOn")}>
            <DayField max={today()} />
          </Form.Item>
        )}
      </div>
      {left_on !== null && (
        <Form.Item name="not_left" valuePropName="checked">
          <Checkbox>{t("kin.notLeft")}</Checkbox>
        </Form.Item>
      )}
      <ReasonField
        label={t("kin.correctReason")}
        wanted={t("kin.correctReasonWanted")}
        rows={2}
        most={200}
      />
    </FormDialog>
  );
}
