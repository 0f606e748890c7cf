import { useEffect, type RefObject } from "react";

/** Leads to what is wrong after a form came back: the first wrong field, or the sentence that says why. */
export function useFirstError(
  form: RefObject<HTMLFormElement>,
  errors: object,
  refused: object | null,
): void {
  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    } else if (refused !== null) {
      form.current?.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
    }
  }, [form, errors, refused]);
}
