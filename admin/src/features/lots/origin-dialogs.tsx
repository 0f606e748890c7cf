/** Denies the origin of a lot, and ends the quarrel over it. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

import type { AreaLot } from "./area-lots";

interface DialogProps {
  lot: AreaLot;
  onClose: () => void;
}

/** In the name of a household or its village. */
export function DenyDialog({ lot, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/lots/:code/dispute");
  const send = async (body: { statement: string }) => {
    await write.mutateAsync({ params: { code: lot.code }, body });
    return t("lot.disputeDone");
  };
  return (
    <FormDialog
      title={`${t("lot.dispute")}：${lot.titles.join(t("list.comma"))}`}
      okText={t("lot.dispute")}
      onSend={send}
      onClose={onClose}
      top={<p className="sub">{t("lot.disputeText")}</p>}
    >
      <Form.Item
        name="statement"
        label={t("lot.statement")}
        rules={[{ required: true, message: t("lot.statementWanted") }]}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormDialog>
  );
}

type Resolution = BodyInput<"POST /official/origin-disputes/:id/resolution">;

const OUTCOMES = ["origin_confirmed", "false_origin"] as const satisfies Resolution["outcome"][];

/** By township or county. */
export function ResolveOriginDialog({ lot, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/origin-disputes/:id/resolution");
  const send = async (body: Resolution) => {
    await write.mutateAsync({ params: { id: lot.dispute?.id ?? "" }, body });
    return t("lot.resolveDone");
  };
  return (
    <FormDialog
      title={t("lot.resolveTitle", { name: lot.name })}
      okText={t("lot.resolve")}
      initialValues={{ outcome: "origin_confirmed" }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t("lot.outcome")}>
        <Radio.Group options={OUTCOMES.map((one) => ({ value: one, label: t(`lot.${one}`) }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t("lot.reason")}
        rules={[{ required: true, message: t("lot.reasonWanted") }]}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormDialog>
  );
}
