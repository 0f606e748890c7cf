/** Following a household or a village, and its news. */
import { z } from "zod";

import { idSchema, textSchema } from "./common";

const followKinds = ["household", "village"] as const;
/** Who can be followed. */
export type FollowKind = (typeof followKinds)[number];

const newsTopics = ["harvest", "income", "thanks"] as const;
/** What news is about. */
export type NewsTopic = (typeof newsTopics)[number];

const newsSchema = z.object({
  id: z.string(),
  topic: z.enum(newsTopics),
  zh: z.string(),
  en: z.string(),
  published_on: z.string(),
});
/** News, in both languages; the English may be empty. */
export type News = z.infer<typeof newsSchema>;

/** News of one household or village. */
export const newsReplySchema = z.object({ news: z.array(newsSchema) });
/** Whose news. */
export const newsParamsSchema = z.strictObject({
  kind: z.enum(followKinds),
  handle: z.string().regex(/^[a-z0-9][a-z0-9-]{0,118}$/),
});

/** News to publish. */
export const newsBodySchema = z.strictObject({
  topic: z.enum(newsTopics),
  zh: textSchema(600),
  en: textSchema(1200).or(z.literal("")).default(""),
});

/** Whom to follow, by the address of the page. */
export const followBodySchema = newsParamsSchema.extend({ by_mail: z.boolean() });
/** Which follow ends. */
export const followEndSchema = z.strictObject({ id: idSchema });

/** What a buyer follows, with the newest news of each. */
export const followsReplySchema = z.object({
  follows: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(followKinds),
      /** Null while the page may not be shown. */
      name: z.string().nullable(),
      handle: z.string().nullable(),
      by_mail: z.boolean(),
      news: z.array(newsSchema),
    }),
  ),
});

/** The token in a mail's link. */
export const followTokenSchema = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });
