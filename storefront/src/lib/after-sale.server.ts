/** Reads the forms of reviews and complaints, and sends their photos before their words. */
import { MOST_PHOTOS, type Order, type Reply } from "@yigou/backend/contract";
import { data } from "react-router";

import { call, callForm, type Caller } from "./api.server";
import { need } from "./page.server";
import { Refusal } from "./refused.server";
import type { Answer } from "./refused";

/**
 * A line of an order and what may still be said of it.
 *
 * @throws Response 404
 */
export async function lineToSay(
  request: Request,
  { id, line: line_id }: { id: string; line: string },
  by: Caller,
): Promise<{
  line: Order["lines"][number];
  said: Reply<"GET /store/orders/:id/after-sale">["lines"][number];
}> {
  const params = { id };
  const [{ order }, { lines }] = await Promise.all([
    need(request, call("GET /store/orders/:id/summary", { params, by })),
    need(request, call("GET /store/orders/:id/after-sale", { params, by })),
  ]);
  const line = order.lines.find((one) => one.id === line_id);
  const said = lines.find((one) => one.order_line_id === line_id);
  if (!line || !said) throw data(null, { status: 404 });
  return { line, said };
}

/** Lines as a browser sends them, as people wrote them. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
}

/** The photos of a form; null when there are more than may be sent. */
export function photosOf(form: FormData): File[] | null {
  const files = form
    .getAll("photos")
    .flatMap((one) => (one instanceof File && one.size > 0 ? [one] : []));
  return files.length > MOST_PHOTOS ? null : files;
}

/**
 * Sends photos of an order one after the other.
 *
 * @returns their ids, or the refusal of the first that was refused
 */
export async function sendPhotos(
  id: string,
  files: readonly File[],
  by: Caller,
): Promise<Answer<string[]>> {
  const ids: string[] = [];
  try {
    for (const file of files) {
      const form = new FormData();
      form.set("file", file, "photo");
      const { photo } = await callForm("POST /store/orders/:id/photos", form, by, { id });
      ids.push(photo.id);
    }
    return { ok: true, value: ids };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refused: error.refused };
    throw error;
  }
}

/** An amount of yuan as it was typed, in fen; null when it is none. */
export function fenOf(text: string): number | null {
  const match = /^(\d{1,6})(?:[.。](\d{1,2}))?$/.exec(text.replace(/[¥￥,\s]/g, ""));
  if (!match) return null;
  const [, whole = "0", rest = ""] = match;
  return Number(whole + rest.padEnd(2, "0"));
}
