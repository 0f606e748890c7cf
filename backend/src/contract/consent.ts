/** What a household allows to be published. */
import { z } from "zod";

import { daySchema } from "./common";

/** Purposes, each of which needs a consent of its own. */
export const consentPurposes = ["story", "village", "news"] as const;
/** A purpose. */
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How a consent was given. */
const consentEvidences = ["signed_page", "spoken"] as const;
/** How a consent was given. */
export type ConsentEvidence = (typeof consentEvidences)[number];

/** One consent, in force or past. */
const consentSchema = z.object({
  purpose: z.enum(consentPurposes),
  version: z.int(),
  evidence: z.enum(consentEvidences),
  given_on: z.string(),
  expires_on: z.string(),
  recorded_at: z.string(),
  withdrawn_at: z.string().nullable(),
});
/** One consent, in force or past. */
export type Consent = z.infer<typeof consentSchema>;

/** The consents of a household, and what is told of it. */
export const consentsReplySchema = z.object({
  consents: z.array(consentSchema),
  story: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** Address of the public page; null while it has none. */
  handle: z.string().nullable(),
});

const FIVE_YEARS_MS = 5 * 366 * 86_400_000;

/** A consent that a household has given. */
export const consentBodySchema = z
  .strictObject({
    purpose: z.enum(consentPurposes),
    evidence: z.enum(consentEvidences),
    given_on: daySchema,
    expires_on: daySchema,
  })
  .refine(({ given_on, expires_on }) => expires_on > given_on, {
    path: ["expires_on"],
    message: "须晚于同意之日 / after the day of the consent",
  })
  .refine(
    ({ given_on, expires_on }) => Date.parse(expires_on) - Date.parse(given_on) <= FIVE_YEARS_MS,
    { path: ["expires_on"], message: "最长五年 / five years at most" },
  );

/** Which consent ends. */
export const withdrawalBodySchema = z.strictObject({ purpose: z.enum(consentPurposes) });
