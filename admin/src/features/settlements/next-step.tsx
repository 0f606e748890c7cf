/** What to do next: one obvious button, the others beside it. */
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { moneyText } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

import { ExportDialog } from "./export-dialog";
import type { Line } from "./line-table";
import type { Settlement } from "./settlement-page";
import { VoucherDialog } from "./voucher-dialog";

type Act = Settlement["may"][number];
type Verb = "submit" | "approve" | "send_back" | "cancel";

/** In this order the first that is possible is the obvious one. */
const ORDER = ["continue", "submit", "approve", "export", "book", "send_back", "cancel"] as const;

interface NextStepProps {
  settlement: Settlement;
  /** Lines that are ticked. */
  chosen: readonly Line[];
  onChoose: (lines: readonly Line[]) => void;
}

/** The box below the head. */
export function NextStep({ settlement, chosen, onChoose }: NextStepProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"export" | "book" | null>(null);
  const { take, proceed, error, isPending } = useSteps(settlement);
  const isExported = settlement.status === "exported";
  const acts = ORDER.filter((act) => settlement.may.includes(act));
  // Once the file is with the bank, the voucher comes next; the file can be made again.
  const sorted = isExported ? acts.toSorted((a, b) => rankOf(a) - rankOf(b)) : acts;
  const { changed_lines, complained_lines } = settlement;
  const isChanged = changed_lines > 0 || complained_lines > 0;
  // Who can only take it back waits for somebody else: that is no next step.
  const [first] = sorted.filter((act) => act !== "cancel" && act !== "send_back");
  const press = (act: Act) => {
    if (act === "export" || act === "book") setOpen(act);
    else if (act === "continue") proceed();
    else take(act);
  };
  return (
    <section className="next-step" aria-label={t("settlement.next")}>
      {error && <RefusalNote refused={asRefused(error)} />}
      {changed_lines > 0 && (
        <p className="reason">{t("settlement.changed", { n: changed_lines })}</p>
      )}
      {complained_lines > 0 && (
        <p className="reason">{t("settlement.complained", { n: complained_lines })}</p>
      )}
      <div className="next-line">
        <b>{t("settlement.next")}</b>
        {first === undefined && <span>{t(`settlement.${waitsFor(settlement)}`)}</span>}
        {sorted.map((act) => (
          <Button
            key={act}
            type={act === first && !isChanged ? "primary" : "default"}
            danger={act === "cancel"}
            loading={isPending && act === first}
            disabled={isChanged && act !== "cancel"}
            onClick={() => {
              press(act);
            }}
          >
            {t(`settlement.${act}`)}
          </Button>
        ))}
      </div>
      {open === "export" && (
        <ExportDialog
          settlement={settlement}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {open === "book" && (
        <VoucherDialog
          settlement={settlement}
          chosen={chosen}
          onBooked={() => {
            onChoose([]);
          }}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

const rankOf = (act: Act): number => (act === "continue" ? 0 : act === "book" ? 1 : 2);

function waitsFor({ status }: Settlement): "waits_manager" | "waits_bookkeeper" | "waits_done" {
  if (status === "submitted") return "waits_manager";
  return status === "draft" ? "waits_bookkeeper" : "waits_done";
}

/** Steps over the whole settlement; those that take something back ask why. */
function useSteps(settlement: Settlement) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const write = useWrite("POST /cooperative/settlements/:id/steps");
  const booking = useWrite("POST /cooperative/settlements/:id/booking");
  const params = { id: settlement.id };
  const done = () => void message.success(t("settlement.stepDone"));
  const send = async (verb: Verb, reason?: string) => {
    const body = { verb, ...(reason ? { reason } : {}) };
    await write.mutateAsync({ params, body }).then(done, () => undefined);
    if (verb === "cancel") void navigate("/cooperative/settlements");
  };
  const take = (verb: Verb) => {
    if (verb === "submit") {
      void send(verb);
      return;
    }
    if (verb === "approve") {
      const { number, total_fen } = settlement;
      modal.confirm({
        title: t("settlement.approveTitle", { number, amount: moneyText(total_fen) }),
        content: t("settlement.approveText"),
        okText: t("settlement.approve"),
        icon: null,
        onOk: () => send(verb),
      });
      return;
    }
    let reason = "";
    modal.confirm({
      title: t(`settlement.${verb}`),
      icon: null,
      content: (
        <Input
          aria-label={t("settlement.reason")}
          placeholder={t("settlement.reasonWanted")}
          maxLength={200}
          onChange={({ target }) => {
            reason = target.value.trim();
          }}
        />
      ),
      okText: t(`settlement.${verb}`),
      okButtonProps: { danger: verb === "cancel" },
      onOk: () =>
        reason === ""
          ? Promise.reject(new Error(t("settlement.reasonWanted")))
          : send(verb, reason),
    });
  };
  const proceed = () => {
    booking.mutate({ params }, { onSuccess: done });
  };
  const error = write.error ?? booking.error;
  return { take, proceed, error, isPending: write.isPending || booking.isPending };
}
