/** Reads the form encoding that Stripe's clients send: `a[b][c]=1`, `a[0]=2`. */

import { invalid } from "./failure";

/** A nested form. */
export interface Form {
  [name: string]: string | Form;
}

/** @param text an encoded form or query */
export function readForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = name.split(/[[\]]+/).filter((part) => part !== "");
    put(form, keys, value);
  }
  return form;
}

function put(form: Form, [key = "", ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    form[key] = value;
    return;
  }
  const inner = form[key];
  const next: Form = typeof inner === "object" ? inner : {};
  form[key] = next;
  put(next, rest, value);
}

/** A text of a form; empty for anything else. */
export function textIn(value: string | Form | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A list as forms carry it: `methods[0]=card`. */
export function listIn(value: string | Form | undefined): string[] {
  if (typeof value !== "object") return [];
  return Object.values(value).filter((one) => typeof one === "string");
}

/** An amount in the smallest unit. @throws Failure `parameter_invalid_integer` */
export function wholeAmount(value: string | Form | undefined, name: string): number {
  const amount = Number(value);
  if (!Number.isInteger(amount) || amount < 1) {
    throw invalid(`Invalid integer: ${textIn(value)}`, {
      code: "parameter_invalid_integer",
      param: name,
    });
  }
  return amount;
}

/** Metadata are texts by name. */
export function metadataOf(value: string | Form | undefined): Record<string, string> {
  if (typeof value !== "object") return {};
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}
