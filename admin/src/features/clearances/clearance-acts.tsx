/** What may be done with an offer: decide over another's proposal, take an open one back. */
import type { BodyInput, OwnClearance } from "@yigou/backend/contract";
import { App, Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { useRefusalText } from "../../ui/refusal-note";

type Verb = BodyInput<"POST /cooperative/clearances/:id/steps">["verb"];

/** The buttons. */
export function ClearanceActs({ clearance }: { clearance: OwnClearance }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/clearances/:id/steps");
  const step = (verb: Verb) => {
    write.mutate(
      { params: { id: clearance.id }, body: { verb } },
      {
        onSuccess: () => void message.success(t("clearances.stepped")),
        onError: (thrown) => void message.error(sentence(asRefused(thrown)).first),
      },
    );
  };
  const button = (verb: Verb, primary = false) => (
    <Popconfirm
      key={verb}
      title={t(`clearances.${verb}`)}
      onConfirm={() => {
        step(verb);
      }}
    >
      <Button size="small" type={primary ? "primary" : "default"} loading={write.isPending}>
        {t(`clearances.${verb}`)}
      </Button>
    </Popconfirm>
  );
  if (clearance.state === "open") return button("end");
  if (clearance.state !== "proposed") return null;
  if (clearance.mine) {
    return (
      <>
        <small>{t("clearances.waitsOther")}</small> {button("end")}
      </>
    );
  }
  return (
    <>
      {button("approve", true)} {button("refuse")}
    </>
  );
}
