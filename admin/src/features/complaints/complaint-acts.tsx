/** What a cooperative may do with a complaint: refund, offer a part, turn it down. */
import type { Complaint } from "@yigou/backend/contract";
import { formatFen } from "@yigou/backend/contract/fen";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { useRefusalText } from "../../ui/refusal-note";

import { AnswerDialog } from "./answer-dialog";

/** The buttons. */
export function ComplaintActs({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useRefusalText();
  const [verb, setVerb] = useState<"offer" | "reject" | null>(null);
  const write = useWrite("POST /cooperative/complaints/:id/answer");
  const accept = () => {
    write.mutate(
      { params: { id: complaint.id }, body: { verb: "accept" } },
      {
        onSuccess: () => void message.success(t("complaints.done")),
        onError: (thrown) => void message.error(sentence(asRefused(thrown)).first),
      },
    );
  };
  if (complaint.state !== "open") return null;
  return (
    <span className="acts">
      <Popconfirm
        title={t("complaints.acceptSure", { amount: formatFen(complaint.wish_fen) })}
        onConfirm={accept}
      >
        <Button size="small" type="primary" loading={write.isPending}>
          {t("complaints.accept")}
        </Button>
      </Popconfirm>{" "}
      <Button
        size="small"
        onClick={() => {
          setVerb("offer");
        }}
      >
        {t("complaints.offer")}
      </Button>{" "}
      <Button
        size="small"
        onClick={() => {
          setVerb("reject");
        }}
      >
        {t("complaints.reject")}
      </Button>
      {verb !== null && (
        <AnswerDialog
          complaint={complaint}
          verb={verb}
          onClose={() => {
            setVerb(null);
          }}
        />
      )}
    </span>
  );
}
