/** Stripe's own form on the checkout page. Its script is loaded when the buyer chooses it, and nowhere else. */
import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { useCallback, useEffect, useRef, useState } from "react";

import { useLang } from "../../i18n/use-words";

/** What the page must know to offer Stripe. */
export interface StripeOffer {
  publishable_key: string;
  methods: readonly string[];
}

/** What the form came to: a token to pay with, or a sentence for the buyer in their language. */
export type Filled = { token: string } | { problem: string | null };

type State = "off" | "loading" | "ready" | "failed";

interface Loaded {
  stripe: Stripe;
  elements: StripeElements;
}

/**
 * Mounts Stripe's Payment Element.
 *
 * @param offer null while Stripe is not chosen
 * @param total_fen what is to be paid; for yuan Stripe's smallest unit is the fen
 */
export function useStripe(offer: StripeOffer | null, total_fen: number) {
  const lang = useLang();
  const place = useRef<HTMLDivElement>(null);
  const loaded = useRef<Loaded | null>(null);
  const [state, setState] = useState<State>("off");
  const key = offer?.publishable_key;
  const methods = offer?.methods.join();

  useEffect(() => {
    if (!key || !methods) return;
    let isGone = false;
    setState("loading");
    const wanted = { lang, total_fen, methods: methods.split(",") };
    open(key, wanted)
      .then((opened) => {
        if (isGone || !place.current) return;
        loaded.current = opened;
        const element = opened.elements.create("payment", { layout: "accordion" });
        element.on("ready", () => {
          setState("ready");
        });
        element.on("loaderror", () => {
          setState("failed");
        });
        element.mount(place.current);
      })
      .catch(() => {
        setState("failed");
      });
    return () => {
      isGone = true;
      loaded.current?.elements.getElement("payment")?.destroy();
      loaded.current = null;
    };
  }, [key, methods, lang, total_fen]);

  const fill = useCallback(async (return_url: string): Promise<Filled> => {
    if (!loaded.current) return { problem: null };
    const { stripe, elements } = loaded.current;
    const checked = await elements.submit();
    if (checked.error) return { problem: checked.error.message ?? null };
    const made = await stripe.createConfirmationToken({ elements, params: { return_url } });
    if (made.error) return { problem: made.error.message ?? null };
    return { token: made.confirmationToken.id };
  }, []);

  /** Shows the bank's or wallet's page. How it ended the server asks Stripe itself. */
  const confirm = useCallback(async (clientSecret: string): Promise<void> => {
    await loaded.current?.stripe.handleNextAction({ clientSecret });
  }, []);

  return { place, state, fill, confirm };
}

async function open(
  key: string,
  { lang, total_fen, methods }: { lang: string; total_fen: number; methods: string[] },
): Promise<Loaded> {
  const { loadStripe } = await import("@stripe/stripe-js/pure");
  loadStripe.setLoadParameters({ advancedFraudSignals: false });
  const stripe = await loadStripe(key, { locale: lang === "en" ? "en" : "zh" });
  if (!stripe) throw new Error("no Stripe in this browser");
  const elements = stripe.elements({
    mode: "payment",
    amount: total_fen,
    currency: "cny",
    paymentMethodTypes: methods,
    appearance: { variables: { fontSizeBase: "16px", borderRadius: "8px" } },
  });
  return { stripe, elements };
}
