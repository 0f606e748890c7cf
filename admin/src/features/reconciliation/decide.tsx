/** A person says whether a row of the bank answers a line. */
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { useRefusalText } from "../../ui/refusal-note";

/** Yes or no. */
export function Decide({ match_id }: { match_id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/reconciliation/:id/decision");
  const say = (decision: "confirm" | "reject") => {
    write.mutate(
      { params: { id: match_id }, body: { decision } },
      {
        onSuccess: () =>
          void message.success(
            t(decision === "confirm" ? "reconcile.confirmed" : "reconcile.rejected"),
          ),
        onError: (thrown) => void message.error(sentence(asRefused(thrown)).first),
      },
    );
  };
  return (
    <span className="row-acts">
      <Button
        size="small"
        type="primary"
        loading={write.isPending}
        onClick={() => {
          say("confirm");
        }}
      >
        {t("reconcile.confirm")}
      </Button>
      <Button
        size="small"
        disabled={write.isPending}
        onClick={() => {
          say("reject");
        }}
      >
        {t("reconcile.reject")}
      </Button>
    </span>
  );
}
