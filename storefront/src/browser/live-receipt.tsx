/** Draws a receipt anew in the browser, where it is recomputed: React without a router, loaded when it is wanted. */
import type { Receipt } from "@yigou/backend/contract";
import { useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import { LedgerReceipt } from "../features/receipt/receipt";
import { verifyReceipt, type Verdict } from "../features/receipt/verify";
import { learn, parseLang } from "../i18n";
import { LangProvider } from "../i18n/use-words";

function LiveReceipt({ receipt, unfolded }: { receipt: Receipt; unfolded: boolean }) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(true);
  const verify = useCallback(() => {
    setBusy(true);
    void verifyReceipt(receipt)
      .then(setVerdict)
      .finally(() => {
        setBusy(false);
      });
  }, [receipt]);
  useEffect(verify, [verify]);
  return <LedgerReceipt receipt={receipt} unfolded={unfolded} live={{ verdict, busy, verify }} />;
}

/** @param place the server's drawing of the receipt, with the receipt itself beside it */
export async function openReceipt(place: HTMLElement): Promise<void> {
  const lang = parseLang(document.documentElement.lang.slice(0, 2));
  if (lang === "en") learn(lang, (await import("../i18n/en")).en);
  else learn(lang, (await import("../i18n/zh")).zh);
  const receipt = receiptIn(place);
  const unfolded = place.querySelector("details")?.open ?? false;
  place.dataset.receipt = "live";
  createRoot(place).render(
    <LangProvider value={lang}>
      <LiveReceipt receipt={receipt} unfolded={unfolded} />
    </LangProvider>,
  );
}

const isReceipt = (value: unknown): value is Receipt =>
  typeof value === "object" && value !== null && "transactions" in value && "order_id" in value;

/** The receipt that came with the page: what the buyer sees is what is recomputed. */
function receiptIn(place: HTMLElement): Receipt {
  const kept: unknown = JSON.parse(place.dataset.content ?? "null");
  if (!isReceipt(kept)) throw new Error("no receipt in this page");
  return kept;
}
