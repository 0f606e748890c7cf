/** What a voucher's file is, by its bytes; what it claims to be does not count. Pure. */
import { refuse } from "../../refuse";

const PDF_HEAD = "%PDF-";
const PDF_END = "%%EOF";
/** What lies inside a stream is packed and looks like anything. */
const STREAMS = /\bstream\r?\n[\s\S]*?endstream/g;
/** A PDF that carries one of these runs something when it is opened. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA)\b/;

/**
 * Whether a file is a PDF without active parts that stand open in it; anything else is to be decoded as a picture.
 *
 * @param content the bytes
 * @returns "pdf", or "picture" for what is no PDF
 * @throws refusal `upload_not_voucher` for a PDF that is broken or runs something
 */
export function voucherKind(content: Buffer): "pdf" | "picture" {
  if (content.subarray(0, PDF_HEAD.length).toString("latin1") !== PDF_HEAD) return "picture";
  const text = content.toString("latin1");
  const isWhole = text.slice(-1024).includes(PDF_END);
  if (!isWhole || ACTIVE.test(text.replace(STREAMS, ""))) throw refuse("upload_not_voucher");
  return "pdf";
}
