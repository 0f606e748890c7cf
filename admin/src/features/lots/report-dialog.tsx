/** Records a test report of a lot. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

import type { OwnLot } from "./own-lots";

type Report = BodyInput<"POST /cooperative/lots/:id/reports">;

const TEXTS = ["title", "laboratory", "number"] as const;

/** What was tested, by whom, when, and what came out. */
export function ReportDialog({ lot, onClose }: { lot: OwnLot; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/lots/:id/reports");
  const send = async (body: Report) => {
    await write.mutateAsync({ params: { id: lot.id }, body });
    return t("lot.reportDone");
  };
  return (
    <FormDialog
      title={`${t("lot.report")}：${lot.name}`}
      okText={t("action.save")}
      initialValues={{ passed: true }}
      onSend={send}
      onClose={onClose}
    >
      {TEXTS.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`lot.${name}`)}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      ))}
      <Form.Item
        name="tested_on"
        label={t("lot.testedOn")}
        rules={[{ required: true, message: t("field.required") }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="passed" label={t("lot.passed")}>
        <Radio.Group
          options={[
            { value: true, label: t("lot.pass") },
            { value: false, label: t("lot.fail") },
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
