/** Somebody joins a household, or leaves it. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { DayField } from "../../ui/day-field";
import { FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import { BirthFields, WhoFields, type RELATIONS } from "./member-fields";
import type { Member, MemberDialogProps } from "./members";

const JOIN_REASONS = ["birth", "marriage", "returned", "adopted", "other"] as const;
const LEAVE_REASONS = ["marriage", "death", "moved", "split", "other"] as const;

interface Joining {
  name: string;
  relation: (typeof RELATIONS)[number];
  birth_year?: number | null;
  id_number?: string;
  joined_on: string;
  reason: (typeof JOIN_REASONS)[number];
  note?: string;
}

/** A new member. */
export function JoinDialog({ id, membership: { version }, onClose }: MemberDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/members");
  const send = async ({ birth_year = null, id_number, note, ...fields }: Joining) => {
    const own = { id_number: id_number?.trim() || null, note: note?.trim() || null };
    await write.mutateAsync({ params: { id }, body: { version, birth_year, ...own, ...fields } });
    return t("kin.joinDone", { name: fields.name });
  };
  return (
    <FormDialog<Joining>
      title={t("kin.join")}
      okText={t("kin.join")}
      initialValues={{ reason: "birth", joined_on: today() }}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("kin.joinHint")}</p>}
    >
      <WhoFields />
      <BirthFields extra={t("kin.idNumberHint")} />
      <div className="form-row">
        <Day name="joined_on" label={t("kin.joinedOn")} />
        <Form.Item name="reason" label={t("kin.joinReason")}>
          <Select
            options={JOIN_REASONS.map((one) => ({ value: one, label: t(`kin.joinBy.${one}`) }))}
          />
        </Form.Item>
      </div>
      <Note />
    </FormDialog>
  );
}

interface Leaving {
  left_on: string;
  reason: (typeof LEAVE_REASONS)[number];
  note?: string;
}

/** A member leaves. */
export function LeaveDialog(props: MemberDialogProps & { member: Member }) {
  const { id, membership, member, onClose } = props;
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/members/:member_id/leaving");
  const { id: member_id, name } = member;
  const send = async ({ note, ...fields }: Leaving) => {
    const { version } = membership;
    const body = { version, note: note?.trim() || null, ...fields };
    await write.mutateAsync({ params: { id, member_id }, body });
    return t("kin.leaveDone", { name });
  };
  return (
    <FormDialog<Leaving>
      title={t("kin.leaveTitle", { name })}
      okText={t("kin.leave")}
      initialValues={{ reason: "moved", left_on: today() }}
      onSend={send}
      onClose={onClose}
    >
      <div className="form-row">
        <Day name="left_on" label={t("kin.leftOn")} extra={t("kin.leftOnHint")} />
        <Form.Item name="reason" label={t("kin.leaveReason")}>
          <Select
            options={LEAVE_REASONS.map((one) => ({ value: one, label: t(`kin.leaveBy.${one}`) }))}
          />
        </Form.Item>
      </div>
      <Note />
    </FormDialog>
  );
}

function Day({ name, label, extra }: { name: string; label: string; extra?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: true, message: t("field.required") }]}
    >
      <DayField max={today()} />
    </Form.Item>
  );
}

function Note() {
  const { t } = useTranslation();
  return (
    <ReasonField name="note" label={t("kin.note")} extra={t("kin.noteHint")} rows={2} most={200} />
  );
}
