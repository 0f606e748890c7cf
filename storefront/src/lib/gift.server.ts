/** The list of a gift: typed lines or an uploaded table, read by the backend, and found again after a no. */
import type { Reply } from "@yigou/backend/contract";

import { call, callForm, settle } from "./api.server";
import { codesOf, type Buyer } from "./buyer.server";
import { triedKey } from "./paying.server";
import type { Refused } from "./refused";
import { callerOf } from "./session.server";

/** A list as it stands on the page. */
export interface GiftList extends Reply<"POST /store/gift-lists"> {
  /** The file could not be read at all. */
  refused: Refused | null;
}

const noList: GiftList = { recipients: [], errors: [], text: "", refused: null };

/** Reads the list of a form; an uploaded file comes before what is typed. */
export async function readList(form: FormData): Promise<GiftList> {
  const file = form.get("file");
  const typed = form.get("people");
  const text = typeof typed === "string" ? typed : "";
  if (file instanceof File && file.size > 0) {
    const body = new FormData();
    body.set("file", file);
    const answer = await settle(callForm("POST /store/gift-lists", body));
    return answer.ok
      ? { ...answer.value, refused: null }
      : { ...noList, text, refused: answer.refused };
  }
  const answer = await settle(call("POST /store/gift-lists", { body: { text } }));
  if (!answer.ok) return { ...noList, text, refused: answer.refused };
  // What was typed stays as it was typed, so that the rows of its errors fit.
  return { ...answer.value, text, refused: null };
}

/** What was typed for a gift that is no order yet. */
export interface TriedGift {
  values: Buyer["values"];
  /** The work unit that it is bought for, or "self". */
  buyer: string;
  list: GiftList;
  message: string;
}

/** Finds again what this browser's last try of a gift was about; null when there is none, or it is an order. */
export async function triedGift(request: Request): Promise<TriedGift | null> {
  const idempotencyKey = await triedKey(request, "gift");
  if (!idempotencyKey) return null;
  const by = { ...(await callerOf(request)), idempotencyKey };
  const answer = await settle(call("GET /store/checkout/gift", { by }));
  if (!answer.ok) return null;
  const { email, sender, work_unit_id, message, recipients, text } = answer.value;
  const { name = "", phone = "", street = "", county_code = "" } = sender;
  return {
    values: { email, name, phone, street, ...codesOf(county_code) },
    buyer: work_unit_id ?? "self",
    list: { recipients, text, errors: [], refused: null },
    message: message ?? "",
  };
}
