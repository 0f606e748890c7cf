/** The receipt of an order in the browser: offers to recompute it, and loads what that takes when it is asked for. */

/** Shows what this browser can do: recompute, or say why not. */
export function offerToVerify(): void {
  const place = document.querySelector<HTMLElement>("[data-receipt]");
  place?.querySelector("[data-receipt-script]")?.setAttribute("hidden", "");
  const able = window.isSecureContext ? "[data-receipt-verify]" : "[data-receipt-insecure]";
  place?.querySelector(able)?.removeAttribute("hidden");
}

async function open(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    const { openReceipt } = await import("./live-receipt");
    await openReceipt(place);
  } catch {
    // The script did not come: the button may be pressed again.
    button.disabled = false;
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-receipt-verify]") : null;
  const place = button?.closest<HTMLElement>("[data-receipt]");
  if (button instanceof HTMLButtonElement && place && !button.disabled) void open(place, button);
});
