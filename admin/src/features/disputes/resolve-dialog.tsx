/** Ends a dispute: what came out, and why. */
import type { BodyInput } from "@yigou/backend/contract";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import type { Dispute } from "./disputes";

type Resolution = BodyInput<"POST /official/disputes/:id/resolution">;

const OUTCOMES = ["received", "paid_again", "unfounded"] as const satisfies Resolution["outcome"][];

/** For township and county. */
export function ResolveDialog({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/disputes/:id/resolution");
  return (
    <FormDialog<Resolution>
      title={t("dispute.resolveTitle", { name: dispute.alias })}
      okText={t("dispute.resolve")}
      initialValues={{ outcome: "received" }}
      onSend={async (body) => {
        await write.mutateAsync({ params: { id: dispute.id }, body });
        return t("dispute.resolveDone");
      }}
      onClose={onClose}
      top={<DialogAmount fen={dispute.amount_fen}>{dispute.statement}</DialogAmount>}
    >
      <Form.Item name="outcome" label={t("dispute.outcome")}>
        <Radio.Group
          options={OUTCOMES.map((one) => ({ value: one, label: t(`dispute.${one}`) }))}
        />
      </Form.Item>
      <ReasonField
        label={t("dispute.reason")}
        extra={t("dispute.statementHint")}
        wanted={t("dispute.reasonWanted")}
      />
    </FormDialog>
  );
}
