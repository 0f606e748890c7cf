/** Right requests for public pages, lots and what is written on them. */
import { randomUUID } from "node:crypto";

import type { openDataRoutes } from "../../../backend/src/contract/open-data-routes";
import type { followRoutes } from "../../../backend/src/contract/follow-routes";
import type { honourRoutes } from "../../../backend/src/contract/honour-routes";
import type { thanksRoutes } from "../../../backend/src/contract/thanks-routes";
import type { storyRoutes } from "../../../backend/src/contract/story-routes";
import type { VisitOf } from "./visits";

const text = { zh: "坡上种橙，溪边种稻。", en: "Oranges on the slope, rice by the stream." };
const consent = {
  purpose: "news",
  evidence: "signed_page",
  given_on: "2026-11-01",
  expires_on: "2028-11-01",
};

/** For every route of pages and lots one request. */
export const storyVisits: Record<
  | keyof typeof storyRoutes
  | keyof typeof openDataRoutes
  | keyof typeof thanksRoutes
  | keyof typeof honourRoutes
  | keyof typeof followRoutes,
  VisitOf
> = {
  "GET /store/stories": () => ({ path: "/store/stories" }),
  "GET /store/stories/villages/:handle": ({ story }) => ({
    path: `/store/stories/villages/${story.village}`,
  }),
  "GET /store/stories/households/:handle": ({ story }) => ({
    path: `/store/stories/households/${story.household}`,
  }),
  "GET /store/stories/cooperatives/:handle": ({ story }) => ({
    path: `/store/stories/cooperatives/${story.cooperative}`,
  }),
  "GET /store/stories/enterprises/:handle": ({ story }) => ({
    path: `/store/stories/enterprises/${story.enterprise}`,
  }),
  "GET /store/stories/goods/:handle": ({ goods }) => ({
    path: `/store/stories/goods/${goods.handle}`,
  }),
  "GET /store/orders/:id/thanks": ({ order_id }) => ({
    path: `/store/orders/${order_id}/thanks?name=%E9%99%88&amount=1`,
  }),
  "GET /store/news/:kind/:handle": ({ story }) => ({
    path: `/store/news/village/${story.village}`,
  }),
  "GET /store/my/follows": () => ({ path: "/store/my/follows" }),
  "POST /store/my/follows": ({ story }) => ({
    path: "/store/my/follows",
    sent: { body: { kind: "village", handle: story.village, by_mail: false } },
  }),
  // Nobody has a follow of that id, nor a mail with that token: those who may are told so.
  "POST /store/my/follows/end": () => ({
    path: "/store/my/follows/end",
    sent: { body: { id: "foll_nobody" } },
    answers: [404],
  }),
  "POST /store/follows/:token": () => ({
    path: `/store/follows/${"x".repeat(43)}`,
    sent: { body: {} },
    answers: [404],
  }),
  "POST /official/households/:id/news": ({ household_id }) => ({
    path: `/official/households/${household_id}/news`,
    sent: { body: { topic: "harvest", ...text } },
    answers: [200, 409],
  }),
  "POST /official/villages/:code/news": ({ village_code }) => ({
    path: `/official/villages/${village_code}/news`,
    sent: { body: { topic: "harvest", ...text } },
  }),
  "POST /official/news/:id/removal": ({ news_id }) => ({
    path: `/official/news/${news_id}/removal`,
    sent: { body: {} },
  }),
  "GET /store/honours": () => ({ path: "/store/honours" }),
  "GET /store/my/honours": () => ({ path: "/store/my/honours" }),
  "POST /store/my/honours": () => ({
    path: "/store/my/honours",
    sent: { body: { name: "一位老顾客", show_amount: false } },
  }),
  "POST /store/my/honours/withdrawal": () => ({
    path: "/store/my/honours/withdrawal",
    sent: { body: {} },
    answers: [200, 404],
  }),
  "GET /store/lots/:code": ({ lot_code }) => ({ path: `/store/lots/${lot_code}` }),
  "GET /store/sitemap": () => ({ path: "/store/sitemap" }),
  "GET /store/totals/:county": () => ({ path: "/store/totals/360722" }),
  "GET /store/open-data/:table": () => ({ path: "/store/open-data/totals" }),
  "GET /cooperative/lots": () => ({ path: "/cooperative/lots" }),
  "GET /cooperative/lots/:id/label": ({ lot_id }) => ({
    path: `/cooperative/lots/${lot_id}/label`,
  }),
  "POST /cooperative/lots/:id/reports": ({ lot_id }) => ({
    path: `/cooperative/lots/${lot_id}/reports`,
    sent: {
      body: {
        title: "农药残留",
        laboratory: "县检测中心",
        number: randomUUID(),
        tested_on: "2026-11-02",
        passed: true,
      },
    },
  }),
  "GET /cooperative/orders/:id/packing-slip": ({ order_id }) => ({
    path: `/cooperative/orders/${order_id}/packing-slip`,
  }),
  "POST /cooperative/story": () => ({ path: "/cooperative/story", sent: { body: text } }),
  "GET /official/households/:id/consents": ({ household_id }) => ({
    path: `/official/households/${household_id}/consents`,
  }),
  "POST /official/households/:id/consents": ({ household_id }) => ({
    path: `/official/households/${household_id}/consents`,
    sent: { body: consent },
  }),
  // The first to come ends it; the second is told that there is none.
  "POST /official/households/:id/consents/withdrawal": ({ household_id }) => ({
    path: `/official/households/${household_id}/consents/withdrawal`,
    sent: { body: { purpose: "news" } },
    answers: [200, 404],
  }),
  "POST /official/households/:id/story": ({ household_id }) => ({
    path: `/official/households/${household_id}/story`,
    sent: { body: text },
  }),
  "POST /official/villages/:code/story": ({ village_code }) => ({
    path: `/official/villages/${village_code}/story`,
    sent: { body: text },
  }),
  "GET /official/lots": () => ({ path: "/official/lots" }),
  "POST /official/lots/:code/dispute": ({ lot_code }) => ({
    path: `/official/lots/${lot_code}/dispute`,
    sent: { body: { statement: "不是本村的货" } },
    answers: [200, 409],
  }),
  "POST /official/origin-disputes/:id/resolution": ({ origin_dispute_id }) => ({
    path: `/official/origin-disputes/${origin_dispute_id}/resolution`,
    sent: { body: { outcome: "origin_confirmed", reason: "核过过磅单" } },
  }),
};
