import { useEffect, type RefObject } from "react";

/** Leads to the first field that is wrong, when there are errors. */
export function useFirstError(form: RefObject<HTMLFormElement>, errors: object): void {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, errors]);
}
