/** The list of a gift: typed lines or an uploaded table, read by the backend. */
import type { Reply } from "@yigou/backend/contract";

import { call, callForm, settle } from "./api.server";
import type { Refused } from "./refused";

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
