/** An order's page in the browser: the receipt can be recomputed, and what comes a moment late appears by itself. */
import { offerToVerify } from "./receipt";

const ASK_AGAIN_MS = 1_500;

/** What the page waits for; a page that waits for something else has news. */
const waitsFor = (page: Document): string | null =>
  page.querySelector<HTMLElement>("[data-late]")?.dataset.late ?? null;

/** Whether somebody is filling something in, or has the receipt recomputed: then nothing is drawn anew. */
function isInUse(): boolean {
  if (document.querySelector("[data-receipt=live]")) return true;
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "#main input, #main textarea",
  );
  return [...fields].some(
    (field) => field === document.activeElement || field.value !== field.defaultValue,
  );
}

/** Puts the new page's content in place of the old one's; what is unfolded stays unfolded. */
function draw(next: Element): void {
  const main = document.querySelector("#main");
  const open = [...(main?.querySelectorAll("details") ?? [])].map((one) => one.open);
  main?.replaceChildren(...next.childNodes);
  for (const [at, one] of [...(main?.querySelectorAll("details") ?? [])].entries()) {
    if (open[at]) one.open = true;
  }
  offerToVerify();
}

async function lookAgain(): Promise<void> {
  if (isInUse() || document.visibilityState !== "visible") return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = next.querySelector("#main");
  if (main && !isInUse() && waitsFor(next) !== waitsFor(document)) draw(main);
}

/** The credits follow the payment by a moment, and the seal follows them: asks until they are there. */
function follow(): void {
  if (waitsFor(document) === null) return;
  setTimeout(() => {
    void lookAgain()
      .catch(() => undefined)
      .then(follow);
  }, ASK_AGAIN_MS);
}

offerToVerify();
follow();
