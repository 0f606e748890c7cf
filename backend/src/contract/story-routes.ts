/** Routes of public pages, of lots, and of what is written on them. */
import { z } from "zod";

import { divisionCodeSchema } from "./common";
import * as consent from "./consent";
import * as lot from "./lot";
import { anyone, cadre, done, idParams, page, seller, type Route } from "./route";
import * as story from "./story";

const handleParams = z.strictObject({ handle: z.string().regex(/^[a-z0-9][a-z0-9-]{0,118}$/) });
/** As typed from a box: case and dashes do not matter. */
const codeParams = z.strictObject({
  code: z
    .string()
    .max(40)
    .transform((text) => text.toUpperCase().replace(/[\s-]/g, "")),
});
const villageParams = z.strictObject({ code: divisionCodeSchema });

/** Routes of public pages, of lots, and of what is written on them. */
export const storyRoutes = {
  "GET /store/stories": { ...anyone, reply: story.storiesReplySchema },
  "GET /store/stories/villages/:handle": {
    ...anyone,
    params: handleParams,
    reply: story.villageStoryReplySchema,
  },
  "GET /store/stories/households/:handle": {
    ...anyone,
    params: handleParams,
    reply: story.householdStoryReplySchema,
  },
  "GET /store/stories/cooperatives/:handle": {
    ...anyone,
    params: handleParams,
    reply: story.cooperativeStoryReplySchema,
  },
  "GET /store/stories/enterprises/:handle": {
    ...anyone,
    params: handleParams,
    reply: story.enterpriseStoryReplySchema,
  },
  "GET /store/stories/goods/:handle": {
    ...anyone,
    params: handleParams,
    reply: story.goodStoriesReplySchema,
  },
  "GET /store/lots/:code": { ...anyone, params: codeParams, reply: lot.lotReplySchema },
  "GET /store/sitemap": {
    ...anyone,
    query: story.sitemapQuerySchema,
    reply: story.sitemapReplySchema,
  },
  "GET /cooperative/lots": { ...seller, query: page, reply: lot.ownLotsReplySchema },
  /** Answers with a PDF: the label of a box, with the code to scan. */
  "GET /cooperative/lots/:id/label": { ...seller, params: idParams, reply: done },
  "POST /cooperative/lots/:id/reports": {
    ...seller,
    params: idParams,
    body: lot.lotReportBodySchema,
    reply: done,
  },
  /** Answers with a PDF: what goes into the box of an order, with the code of each lot. */
  "GET /cooperative/orders/:id/packing-slip": { ...seller, params: idParams, reply: done },
  "POST /cooperative/story": { ...seller, body: story.storyBodySchema, reply: done },
  "GET /official/households/:id/consents": {
    ...cadre,
    params: idParams,
    reply: consent.consentsReplySchema,
  },
  "POST /official/households/:id/consents": {
    ...cadre,
    params: idParams,
    body: consent.consentBodySchema,
    reply: consent.consentsReplySchema,
  },
  "POST /official/households/:id/consents/withdrawal": {
    ...cadre,
    params: idParams,
    body: consent.withdrawalBodySchema,
    reply: consent.consentsReplySchema,
  },
  /** Told on the household's page while its consent is in force. */
  "POST /official/households/:id/story": {
    ...cadre,
    params: idParams,
    body: story.storyBodySchema,
    reply: done,
  },
  "POST /official/villages/:code/story": {
    ...cadre,
    params: villageParams,
    body: story.storyBodySchema,
    reply: done,
  },
  "GET /official/lots": {
    ...cadre,
    query: lot.areaLotsQuerySchema,
    reply: lot.areaLotsReplySchema,
  },
  /** In the name of a producer, or of its village, in the official's area. */
  "POST /official/lots/:code/dispute": {
    ...cadre,
    params: codeParams,
    body: lot.originDisputeBodySchema,
    reply: done,
  },
  /** By township, county or city. */
  "POST /official/origin-disputes/:id/resolution": {
    ...cadre,
    params: idParams,
    body: lot.originResolutionBodySchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;
