/** The checkout in the browser: leads to what is wrong, is sent once, and pays by card with Stripe's own form. */
import { openStripe } from "./stripe-form";

/** Under which name the browser remembers the payment that its bank was asked about. */
const ASKED = "yigou-asked";

function wake(form: HTMLFormElement): void {
  leadToProblem(form);
  const { stripeKey, secret = "", token: used = "" } = form.dataset;
  const card = stripeKey ? openStripe(form, stripeKey) : null;
  let isSending = false;

  const mark = (sending: boolean) => {
    isSending = sending;
    for (const button of form.querySelectorAll<HTMLElement>("[data-sending]")) {
      button.dataset.resting ??= button.textContent;
      button.textContent = (sending ? button.dataset.sending : button.dataset.resting) ?? "";
      button.setAttribute("aria-disabled", String(sending));
    }
  };

  form.addEventListener("submit", (event) => {
    const { submitter } = event;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : "pay";
    if (isSending) event.preventDefault();
    if (isSending || intent !== "pay") return;
    mark(true);
    if (!card?.isNeeded()) return;
    event.preventDefault();
    void card.fill().then((token) => {
      if (token === null) mark(false);
      else sendAs(form, "pay", token);
    });
  });
  // A page that comes back from the browser's own memory is not being sent any more.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    form.querySelector("input[type=hidden][name=intent]")?.remove();
    mark(false);
  });

  if (card && secret && isFirstAsked(secret)) {
    mark(true);
    // Whatever the bank's page said: the server asks Stripe how it ended.
    void card.confirm(secret).then(() => sendAs(form, "resume", used));
  }
}

/** Whether the bank was not asked yet about a payment: the answer may be the same page again. */
function isFirstAsked(secret: string): boolean {
  try {
    if (sessionStorage.getItem(ASKED) === secret) return false;
    sessionStorage.setItem(ASKED, secret);
    return true;
  } catch {
    // A browser that keeps nothing could ask for ever; its buyer presses once more.
    return false;
  }
}

/** The first wrong field, or the sentence that says why. */
function leadToProblem(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>("[aria-invalid=true]");
  if (field) field.focus();
  else form.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
}

/** Sends the form as it stands, files too, with another intent and token; the answer is the next page. */
function sendAs(form: HTMLFormElement, intent: "pay" | "resume", token: string): void {
  const put = (name: string, value: string) => {
    const found = form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
    const field = found ?? document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    if (!found) form.append(field);
  };
  put("confirmation_token", token);
  put("intent", intent);
  document.documentElement.dataset.going = "";
  // Not by a button: nobody is asked a second time.
  form.submit();
}

const form = document.querySelector<HTMLFormElement>("form[data-checkout]");
if (form) wake(form);
