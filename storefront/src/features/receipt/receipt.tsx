import type { Receipt } from "@yigou/backend/contract";

import { useWords } from "../../i18n/use-words";
import { Button, buttonClass } from "../../ui/button";
import { Entries } from "./entries";
import { Outcome } from "./outcome";
import type { Verdict } from "./verify";

/** How far the browser has come with recomputing it. */
interface Live {
  verdict: Verdict | null;
  busy: boolean;
  verify: () => void;
}

/** The place of the order's receipt; `browser/receipt.ts` draws it anew there once it is to be recomputed. */
export function ReceiptPlace({ receipt }: { receipt: Receipt }) {
  if (receipt.transactions.length === 0) return null;
  return (
    <div data-receipt="still" data-content={JSON.stringify(receipt)}>
      <LedgerReceipt receipt={receipt} />
    </div>
  );
}

/** The order's entries in the ledger, and a button that recomputes them in the buyer's own browser. */
export function LedgerReceipt({
  receipt,
  unfolded = false,
  live = null,
}: {
  receipt: Receipt;
  unfolded?: boolean;
  live?: Live | null;
}) {
  const t = useWords();
  return (
    <section aria-labelledby="ledger-receipt" className="box grid gap-3 p-4 sm:p-5">
      <div>
        <h2 id="ledger-receipt" className="text-lg">
          {t("receipt.title")}
        </h2>
        <p className="mt-1 text-sm text-ink-2">{t("receipt.text")}</p>
      </div>
      {live?.verdict ? <Outcome verdict={live.verdict} /> : null}
      <div className="no-print flex flex-wrap items-center gap-3">
        {live ? <Again {...live} /> : <Offer />}
        <a
          href={`/orders/${receipt.order_id}/receipt.json`}
          download
          className={buttonClass("quiet")}
        >
          {t("receipt.download")}
        </a>
        <a href="/ledger" className="tap text-sm text-ink-2 underline underline-offset-4">
          {t("receipt.blocks")}
        </a>
      </div>
      <Entries receipt={receipt} unfolded={unfolded} checked={live?.verdict?.transactions ?? []} />
    </section>
  );
}

function Again({ verdict, busy, verify }: Live) {
  const t = useWords();
  return (
    <Button type="button" kind="ink" onClick={verify} disabled={busy}>
      {t(busy ? "receipt.verifying" : verdict ? "receipt.again" : "receipt.verify")}
    </Button>
  );
}

/** As the server draws it: the browser shows the one of the three that holds. */
function Offer() {
  const t = useWords();
  return (
    <>
      <Button type="button" kind="ink" data-receipt-verify hidden>
        {t("receipt.verify")}
      </Button>
      <p data-receipt-script className="text-sm text-ink-3">
        {t("receipt.no_script")}
      </p>
      <p data-receipt-insecure hidden className="text-sm text-ink-3">
        {t("receipt.no_crypto")}
      </p>
    </>
  );
}
