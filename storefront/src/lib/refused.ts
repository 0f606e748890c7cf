/** A refusal as plain data: it travels from loaders to components. */
export interface Refused {
  code: string;
  status: number;
  zh: string;
  en: string;
  field?: string;
  facts?: Record<string, string | number | boolean> | undefined;
}

/** What a part of a page got: its value, or the refusal to show in its place. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refused: Refused };

/** Whether it is unknown if something was done: then the very same request must be sent again. */
export function isUnsure({ code }: Refused): boolean {
  return code === "unreachable" || code === "busy" || code === "in_progress";
}
