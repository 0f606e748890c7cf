import { giftListTextSchema } from "../../../contract/gift";
import { refuse } from "../../../refuse";
import { listOfTable, listOfText } from "../../../workflows/gift/read-list";
import { door } from "../../_door";
import { readUpload } from "../../_upload";

export const POST = door("POST /store/gift-lists", async ({ body, req }) => {
  if (/^multipart\//.test(req.headers["content-type"] ?? ""))
    return listOfTable(await readUpload(req, "table_unreadable"));
  const typed = giftListTextSchema.safeParse(body);
  if (!typed.success) throw refuse("invalid_input", { field: "text" });
  return listOfText(typed.data.text);
});
