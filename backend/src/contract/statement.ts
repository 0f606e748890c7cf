/** Statements: what an account owner had, took in, gave back and holds, by accounting month. */
import { z } from "zod";

import { pageSchema } from "./common";
import { monthSchema } from "./linkage";
import { fenSchema } from "./money";
import { recipientRelations } from "./recipient";
import { creditStates, incomeCategories } from "./words";

/** How a statement can be had. */
export const statementForms = ["json", "xlsx", "pdf"] as const;

/** The span of a statement in accounting months, both included, its form, and a page of its entries. */
export const statementPageQuerySchema = z.strictObject({
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  form: z.enum(statementForms).default("json"),
  ...pageSchema,
});
/** What a statement is asked for with. */
export type StatementQuery = z.output<typeof statementPageQuerySchema>;

/** The owner of an account that is no household: "platform", "loss_pool", "freight:coop_1". */
export const partyIdSchema = z.string().regex(/^[a-z_]{3,20}(:[A-Za-z0-9_-]{1,80})?$/);
/** A path with a party. */
export const partyParams = z.strictObject({ id: partyIdSchema });

/** Whose statement it is. */
export const statementSubjects = ["household", "cooperative", "party", "order"] as const;

/** One account over the span: opening + in + moved − out = closing. */
export const accountLineSchema = z.object({
  kind: z.string(),
  state: z.enum(creditStates).nullable(),
  opening_fen: fenSchema,
  /** Credited from outside. */
  in_fen: fenSchema,
  /** Moved here from another state, less what moved on; all states of an owner add up to zero. */
  moved_fen: fenSchema,
  /** Taken back, as a positive figure. */
  out_fen: fenSchema,
  closing_fen: fenSchema,
});
/** One account over the span. */
export type AccountLine = z.infer<typeof accountLineSchema>;

/** One line of the book. */
export const bookEntrySchema = z.object({
  seq: z.int(),
  kind: z.string(),
  cause: z.string().nullable(),
  occurred_at: z.string(),
  /** The accounting month that it counts in. */
  period: z.string(),
  /** The closed month that it corrects. */
  corrects: z.string().nullable(),
  reverses_seq: z.int().nullable(),
  order_id: z.string().nullable(),
  order_display_id: z.int().nullable(),
  goods: z.string().nullable(),
  lot_code: z.string().nullable(),
  /** The other side: a cooperative for a household, a household's alias for a cooperative. */
  counterpart: z.string().nullable(),
  category: z.string().nullable(),
  /** The account of a leg; null where one line stands for several. */
  account: z.string().nullable(),
  from_state: z.string().nullable(),
  to_state: z.string().nullable(),
  /** Signed: what the owner's balance grew or shrank by; zero for a move. */
  amount_fen: fenSchema,
  /** What changed its state without changing the balance. */
  moved_fen: fenSchema,
  /** The owner's balance afterwards; null where it has none. */
  balance_fen: fenSchema.nullable(),
  voucher: z.string().nullable(),
  /** How whoever took the money stands to the head; null where the head's account did. */
  taken_by: z.enum(recipientRelations).nullable(),
});
/** One line of the book. */
export type Entry = z.infer<typeof bookEntrySchema>;

/** A household's part of a cooperative's statement. */
export const counterpartSchema = z.object({
  household_id: z.string(),
  alias: z.string(),
  place: z.string(),
  opening_fen: fenSchema,
  credited_fen: fenSchema,
  reversed_fen: fenSchema,
  /** Moved from settled to paid, less what came back. */
  paid_fen: fenSchema,
  /** Not paid yet at the end. */
  owed_fen: fenSchema,
});
/** A household's part of a cooperative's statement. */
export type Counterpart = z.infer<typeof counterpartSchema>;

/** A statement without its entries. */
export const statementSchema = z.object({
  subject: z.enum(statementSubjects),
  id: z.string(),
  name: z.string(),
  place: z.string(),
  code: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  /** Months of the span that are closed: their part of the statement never changes. */
  closed_months: z.array(z.string()),
  accounts: z.array(accountLineSchema),
  total: accountLineSchema,
  /** Households only; `counted` is what reached settled or later, and is countable income. */
  categories: z.array(
    z.object({
      category: z.enum(incomeCategories),
      credited_fen: fenSchema,
      reversed_fen: fenSchema,
      counted_fen: fenSchema,
      uncountable_fen: fenSchema,
    }),
  ),
  /** What was paid for the goods and what was taken off it on the way, by party; net of refunds. */
  deductions: z.object({
    gross_fen: fenSchema,
    parts: z.array(z.object({ part: z.string(), amount_fen: fenSchema })),
    net_fen: fenSchema,
  }),
  per_head: z
    .object({
      members: z.int(),
      /** Members who shared the household on an average day of the span, in hundredths. */
      average_members_percent: z.int(),
      span_fen: fenSchema,
      /** Over the twelve months that end with the span. */
      year_fen: fenSchema,
    })
    .nullable(),
  counterparts: z.array(counterpartSchema),
});
/** A statement without its entries. */
export type Statement = z.infer<typeof statementSchema>;

/** A statement with a page of its entries; `count` is of all of them. */
export const statementPageSchema = z.object({
  statement: statementSchema,
  entries: z.array(bookEntrySchema),
  count: z.int(),
});
