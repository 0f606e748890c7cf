import type { Receipt } from "@yigou/backend/contract";
import { useEffect, useState } from "react";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { Button, buttonClass } from "../../ui/button";
import { Entries } from "./entries";
import { Outcome } from "./outcome";
import { verifyReceipt, type Verdict } from "./verify";

/** What this browser can do: nothing yet while the page is still the server's. */
function useAbility(): "none" | "no_crypto" | "able" {
  const [ability, setAbility] = useState<"none" | "no_crypto" | "able">("none");
  useEffect(() => {
    setAbility(window.isSecureContext ? "able" : "no_crypto");
  }, []);
  return ability;
}

/** The order's entries in the ledger, and a button that recomputes them in the buyer's own browser. */
export function LedgerReceipt({ receipt }: { receipt: Receipt }) {
  const t = useWords();
  const ability = useAbility();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = () => {
    setBusy(true);
    void verifyReceipt(receipt)
      .then(setVerdict)
      .finally(() => {
        setBusy(false);
      });
  };
  if (receipt.transactions.length === 0) return null;
  return (
    <section aria-labelledby="ledger-receipt" className="box grid gap-3 p-4 sm:p-5">
      <div>
        <h2 id="ledger-receipt" className="text-lg">
          {t("receipt.title")}
        </h2>
        <p className="mt-1 text-sm text-ink-2">{t("receipt.text")}</p>
      </div>
      {verdict ? <Outcome verdict={verdict} /> : null}
      <div className="no-print flex flex-wrap items-center gap-3">
        {ability === "able" ? (
          <Button type="button" kind="ink" onClick={verify} disabled={busy}>
            {t(busy ? "receipt.verifying" : verdict ? "receipt.again" : "receipt.verify")}
          </Button>
        ) : (
          <p className="text-sm text-ink-3">
            {t(ability === "none" ? "receipt.no_script" : "receipt.no_crypto")}
          </p>
        )}
        <a
          href={`/orders/${receipt.order_id}/receipt.json`}
          download
          className={buttonClass("quiet")}
        >
          {t("receipt.download")}
        </a>
        <Link to="/ledger" className="tap text-sm text-ink-2 underline underline-offset-4">
          {t("receipt.blocks")}
        </Link>
      </div>
      <Entries receipt={receipt} checked={verdict?.transactions ?? []} />
    </section>
  );
}
