/** A further member with a first password, which is handed over and changed. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

type Body = BodyInput<"POST /cooperative/members">;

const ROLES = ["bookkeeper", "staff", "manager"] as const satisfies Body["role"][];
const SHORTEST_PASSWORD = 10;

/** The form. */
export function MemberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/members");
  const send = async (body: Body) => {
    await write.mutateAsync({ body: { ...body, email: body.email.trim() } });
    return t("member.done", { name: body.name });
  };
  return (
    <FormDialog
      title={t("member.new")}
      okText={t("member.ok")}
      initialValues={{ role: "bookkeeper" }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("member.name")}
        rules={[{ required: true, whitespace: true, message: t("field.required") }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t("member.role")}>
        <Radio.Group className="radio-lines">
          {ROLES.map((role) => (
            <Radio key={role} value={role}>
              {t(`member.${role}`)} <small className="sub">{t(`member.may_${role}`)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="email"
        label={t("login.email")}
        rules={[{ required: true, type: "email", message: t("field.emailWrong") }]}
      >
        <Input type="email" autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("member.password")}
        extra={t("member.passwordHint", { n: SHORTEST_PASSWORD })}
        rules={[{ required: true, min: SHORTEST_PASSWORD, message: t("field.passwordShort") }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
