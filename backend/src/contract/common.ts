/** Schemas that several routes share: ids, divisions, dates, text, pages. */
import { z } from "zod";

/** An id made by Medusa or by Yigou: letters, digits, underscore, dash. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{3,80}$/);

/** The id of a credit: its order line and its household. */
export const creditIdSchema = z.string().regex(/^[A-Za-z0-9_-]{3,80}:[A-Za-z0-9_-]{3,80}$/);

/** Full 12-digit division code (GB/T 2260 county + 3 township + 3 village). */
export const divisionCodeSchema = z
  .string()
  .regex(/^\d{12}$/, "须为 12 位区划代码 / a division code of 12 digits");

/** Division-code prefix of 2 to 12 digits. */
export const divisionScopeSchema = z
  .string()
  .regex(/^\d{2,12}$/, "须为 2 至 12 位区划代码 / 2 to 12 digits of a division code");

/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const daySchema = z.iso.date();

/** A page of a list; `limit` is capped. */
export const pageSchema = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
};

/** Free search text. */
export const searchTextSchema = z.string().trim().max(60);

// NOTE: \p{L} takes in rare Han characters beyond the BMP (𠮷) which [\u4e00-\u9fff] would refuse.
const PLAIN_TEXT = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Sm}\p{Sc}\p{Sk}℃°№㎡㎏\n]+$/u;
const NAME = /^[\p{L}\p{M}\p{N} .·・'’()（）-]+$/u;

/** One line or paragraph of text without control characters and emoji. */
export function textSchema(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(PLAIN_TEXT, "不接受控制字符和表情符号 / control characters and emoji are not accepted");
}

/** The name of a person or an organisation: letters of any script, rare characters included. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(
    NAME,
    "只接受文字、数字、空格和姓名符号 / only letters, digits, spaces and name marks are accepted",
  );

/** A phone number: 6 to 20 digits, spaces and dashes, an optional leading plus. */
export const phoneSchema = z
  .string()
  .regex(/^\+?[0-9][0-9 -]{5,19}$/, "请填写电话号码 / a phone number of 6 to 20 digits");
