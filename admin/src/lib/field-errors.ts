/** Puts a refusal of the backend at the field that it names. */
import type { FormInstance } from "antd";

import type { Refused } from "./refused";

/**
 * Shows the sentence at its field.
 *
 * @returns false when the refusal names no field of this form, so that it must be told elsewhere
 */
export function showAtField(form: FormInstance, refused: Refused, sentence: string): boolean {
  if (!refused.field) return false;
  const path = refused.field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const known = form.getFieldsError().find(({ name }) => name.join(".") === path.join("."));
  if (!known) return false;
  // The field is where it stands, so of "input not valid: title (no emoji)" the reason is enough.
  const reason = /[（(](.+)[）)]$/.exec(sentence)?.[1];
  form.setFields([{ name: path, errors: [reason ?? sentence] }]);
  form.scrollToField(path, { block: "center", focus: true });
  return true;
}
