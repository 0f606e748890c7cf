/** A person says which payment a row of the bank is, and why the machine could not see it. */
import type { Reply } from "@yigou/backend/contract";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { Loaded } from "../../ui/loaded";
import { ReasonField } from "../../ui/said-fields";

import { LedgerSide } from "./sides";
import type { BankRow } from "./sides";

type Candidates = Reply<"GET /cooperative/bank-rows/:id/candidates">["candidates"];
interface Fields {
  line_id: string;
  reason: string;
}

/** The dialog; above the sum of the place's rule a second person confirms. */
export function PairDialog({ row, onClose }: { row: BankRow; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { id: row.id };
  const query = useRead("GET /cooperative/bank-rows/:id/candidates", { params });
  const write = useWrite("POST /cooperative/bank-rows/:id/pairing");
  const candidates = query.data?.candidates ?? [];
  const send = async (body: Fields) => {
    const { state } = await write.mutateAsync({ params, body });
    return t(state === "confirmed" ? "reconcile.confirmed" : "reconcile.pairWaits");
  };
  return (
    <FormDialog
      title={t("reconcile.pairTitle")}
      okText={t("reconcile.pair")}
      isOff={candidates.length === 0}
      onSend={send}
      onClose={onClose}
      top={
        <DialogAmount fen={row.out_fen}>
          {[row.booked_on, row.payee_masked, row.remark, row.serial].filter(Boolean).join(" · ")}
        </DialogAmount>
      }
    >
      <Loaded
        query={query}
        lines={3}
        isEmpty={(data) => data.candidates.length === 0}
        empty={<p className="sub">{t("reconcile.noCandidate")}</p>}
      >
        {(data) => <Choice candidates={data.candidates} />}
      </Loaded>
    </FormDialog>
  );
}

function Choice({ candidates }: { candidates: Candidates }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="line_id"
        label={t("reconcile.candidates")}
        rules={[{ required: true, message: t("field.required") }]}
      >
        <Radio.Group className="radio-lines">
          {candidates.map((line) => (
            <Radio key={line.id} value={line.id}>
              <LedgerSide line={line} />
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <ReasonField
        label={t("reconcile.pairReason")}
        extra={t("reconcile.pairReasonHint")}
        wanted={t("settlement.reasonWanted")}
        rows={2}
        most={200}
      />
    </>
  );
}
