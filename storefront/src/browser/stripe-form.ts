/** Stripe's own form on the checkout page. Its script is loaded when the buyer chooses it, and nowhere else. */
import type { Stripe, StripeElements } from "@stripe/stripe-js";

/** The form as the checkout uses it. */
export interface StripeForm {
  /** Whether the buyer pays with it, no saved card is chosen, and no token has been given yet. */
  isNeeded: () => boolean;
  /** A token to pay with; null when the buyer has been told what is wrong. */
  fill: () => Promise<string | null>;
  /** Shows the bank's or wallet's page; never fails. */
  confirm: (client_secret: string) => Promise<void>;
}

interface Loaded {
  stripe: Stripe;
  elements: StripeElements;
}

/** What of the form's part of the page is shown. */
type State = "off" | "loading" | "ready" | "failed";

/**
 * Mounts Stripe's Payment Element when card payment is chosen.
 *
 * @param form the checkout; `data-methods`, `data-lang` and `data-amount` say what to offer
 * @param key the publishable key
 */
export function openStripe(form: HTMLFormElement, key: string): StripeForm {
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-stripe=${name}]`);
  const show = (state: State, problem = "") => {
    part("loading")?.toggleAttribute("hidden", state !== "loading");
    part("failed")?.toggleAttribute("hidden", state !== "failed");
    const sentence = part("problem");
    sentence?.toggleAttribute("hidden", problem === "");
    if (sentence) sentence.textContent = problem;
  };
  let loaded: Promise<Loaded | null> | null = null;

  const load = () =>
    (loaded ??= loadInto(form, key, part("place"), show).catch(() => {
      show("failed");
      return null;
    }));

  const fill = async (): Promise<string | null> => {
    const opened = await load();
    if (!opened) return null;
    show("ready");
    try {
      return await tokenOf(opened, (problem) => show("ready", problem));
    } catch {
      show("failed");
      return null;
    }
  };

  const confirm = async (clientSecret: string): Promise<void> => {
    const opened = await load();
    await opened?.stripe.handleNextAction({ clientSecret }).catch(() => undefined);
  };

  const isNeeded = () => {
    const values = new FormData(form);
    if (values.get("saved_card")) return false;
    // A token that the page carries is sent as it is: nothing is typed twice.
    return values.get("payment") === "pp_stripe_stripe" && values.get("confirmation_token") === "";
  };
  const mount = () => {
    if (isNeeded()) void load();
  };
  form.addEventListener("change", mount);
  mount();
  return { isNeeded, fill, confirm };
}

async function tokenOf({ stripe, elements }: Loaded, tell: (problem: string) => void) {
  const checked = await elements.submit();
  if (checked.error) {
    tell(checked.error.message ?? "");
    return null;
  }
  const return_url = `${window.location.origin}/checkout/return`;
  const made = await stripe.createConfirmationToken({ elements, params: { return_url } });
  if (made.error) {
    tell(made.error.message ?? "");
    return null;
  }
  return made.confirmationToken.id;
}

async function loadInto(
  form: HTMLFormElement,
  key: string,
  place: HTMLElement | null,
  show: (state: State) => void,
): Promise<Loaded> {
  show("loading");
  const { loadStripe } = await import("@stripe/stripe-js/pure");
  loadStripe.setLoadParameters({ advancedFraudSignals: false });
  const { methods = "", lang, amount = "" } = form.dataset;
  const stripe = await loadStripe(key, { locale: lang === "en" ? "en" : "zh" });
  if (!stripe || !place) throw new Error("no Stripe in this browser");
  const elements = stripe.elements({
    mode: "payment",
    // What the page shows to be paid; for yuan Stripe's smallest unit is the fen.
    amount: Number(amount),
    currency: "cny",
    paymentMethodTypes: methods.split(","),
    appearance: { variables: { fontSizeBase: "16px", borderRadius: "8px" } },
  });
  const element = elements.create("payment", { layout: "accordion" });
  element.on("ready", () => show("ready"));
  element.on("loaderror", () => show("failed"));
  element.mount(place);
  return { stripe, elements };
}
