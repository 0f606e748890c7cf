/** Pressing "pay" with Stripe chosen: first a token, then the order, then perhaps the bank's page. */
import { useEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import { useNavigation, useSubmit } from "react-router";

import type { Refused } from "../../lib/refused";
import { useStripe, type StripeOffer } from "./use-stripe";

/** What the page knows of a purchase. */
interface Purchase {
  form: RefObject<HTMLFormElement>;
  /** Null while another way of paying is chosen. */
  offer: StripeOffer | null;
  total_fen: number;
  /** Why there is no order yet; perhaps because the bank or wallet wants to be asked. */
  refused: Refused | null;
  /** A token that was sent already and must be sent again, because no answer came. */
  sent_token: string;
}

/** Carries a purchase through Stripe. */
export function usePaying({ form, offer, total_fen, refused, sent_token }: Purchase) {
  const submit = useSubmit();
  const underWay = useNavigation().formData?.get("intent");
  const client_secret = secretOf(refused);
  const { place, state, fill, confirm } = useStripe(offer, total_fen);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef<string | null>(null);
  const token = useRef(sent_token);

  useEffect(() => {
    if (!client_secret || asked.current === client_secret) return;
    asked.current = client_secret;
    setBusy(true);
    void confirm(client_secret)
      // Whatever the bank's page said: the server asks Stripe how it ended.
      .catch(() => undefined)
      .then(() => {
        const fields = new FormData(form.current ?? undefined);
        fields.set("intent", "resume");
        fields.set("confirmation_token", token.current);
        return submit(fields, { method: "post", encType: encTypeOf(form.current) });
      })
      .finally(() => {
        setBusy(false);
      });
  }, [client_secret, confirm, form, submit]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const intent = pressed instanceof HTMLButtonElement ? pressed.value : "pay";
    if (!offer || intent !== "pay" || sent_token || !form.current) return;
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const fields = new FormData(form.current);
    fields.set("intent", "pay");
    void fill(`${window.location.origin}/checkout/return`)
      .then((filled) => {
        if ("problem" in filled) {
          setProblem(filled.problem);
          return;
        }
        token.current = filled.token;
        fields.set("confirmation_token", filled.token);
        return submit(fields, { method: "post", encType: encTypeOf(form.current) });
      })
      .finally(() => {
        setBusy(false);
      });
  };

  const sending = busy || underWay === "pay" || underWay === "resume";
  return { place, state, problem, sending, onSubmit };
}

/** By which Stripe knows the payment that the bank or wallet wants to be asked about; null when none does. */
function secretOf(refused: Refused | null): string | null {
  if (refused?.code !== "payment_action_needed") return null;
  const secret = refused.facts?.client_secret;
  return typeof secret === "string" ? secret : null;
}

/** As the form itself would be sent: one with a file in it says so. */
function encTypeOf(form: HTMLFormElement | null) {
  return form?.enctype === "multipart/form-data"
    ? "multipart/form-data"
    : "application/x-www-form-urlencoded";
}
