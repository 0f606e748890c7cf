/** Who may call what. A route that is not in this table does not pass the tests. */
import type { RouteKey } from "@yigou/backend/contract";

/** Everybody who comes to the door. "Other" is of another cooperative, county or household of buyers. */
export const visitorNames = [
  "anonymous",
  "buyer",
  "buyer_other",
  "cooperative",
  "cooperative_other",
  "village_cadre",
  "county_official",
  "county_official_other",
  "operator",
] as const;
/** The name of a visitor. */
export type VisitorName = (typeof visitorNames)[number];

const everybody = visitorNames;
const buyers = ["buyer", "buyer_other"] as const;
/** The order of the table is the buyer's own, made while logged in. */
const orderOwner = ["buyer"] as const;
const sellers = ["cooperative", "cooperative_other"] as const;
/** The goods, orders and money of the table belong to one cooperative. */
const ownSeller = ["cooperative"] as const;
const officials = ["village_cadre", "county_official", "county_official_other"] as const;
/** The household of the table lives in the village of the cadre. */
const ownOfficials = ["village_cadre", "county_official"] as const;
/** The settlement of the table belongs to a cooperative of the county, not of the cadre's village. */
const countyOnly = ["county_official"] as const;
const operator = ["operator"] as const;

/** Who gets an answer; everybody else gets `unauthorized` or `not_found`. */
export const whoMay: Record<RouteKey, readonly VisitorName[]> = {
  "GET /health": everybody,
  "GET /ready": everybody,
  "GET /store/goods": everybody,
  "GET /store/goods/:handle": everybody,
  "GET /store/cart-preview": everybody,
  "GET /store/totals": everybody,
  "GET /store/ledger/head": everybody,
  "GET /store/ledger/blocks": everybody,
  "POST /store/checkout": everybody,
  "GET /store/orders/:id/summary": orderOwner,
  "GET /store/orders/:id/credits": orderOwner,
  "GET /store/orders/:id/receipt": orderOwner,
  "POST /store/orders/:id/returns": orderOwner,
  "POST /store/orders/:id/sandbox-outcome": orderOwner,
  "GET /store/my/orders": buyers,
  "GET /store/my/work-units": buyers,
  "POST /cooperative/applications": sellers,
  "GET /cooperative/divisions": sellers,
  "GET /cooperative/categories": sellers,
  "GET /cooperative/me": sellers,
  "GET /cooperative/members": sellers,
  "POST /cooperative/members": sellers,
  "GET /cooperative/households": sellers,
  "POST /cooperative/pictures": sellers,
  "GET /cooperative/products": sellers,
  "POST /cooperative/products": sellers,
  "POST /cooperative/products/:id": ownSeller,
  "GET /cooperative/orders": sellers,
  "GET /cooperative/orders/:id": ownSeller,
  "POST /cooperative/orders/:id/ship": ownSeller,
  "POST /cooperative/orders/:id/deliver": ownSeller,
  "POST /cooperative/orders/:id/confirm-transfer": ownSeller,
  "GET /cooperative/payables": sellers,
  "POST /cooperative/payables/pay": sellers,
  "GET /cooperative/contracts": sellers,
  "POST /cooperative/contracts": sellers,
  "GET /cooperative/entries": sellers,
  "POST /cooperative/entries": sellers,
  "POST /cooperative/entries/import": sellers,
  "POST /cooperative/entries/decisions": ownSeller,
  "POST /cooperative/entries/:id/reversal": ownSeller,
  "GET /cooperative/settleable": sellers,
  "GET /cooperative/settlements": sellers,
  "POST /cooperative/settlements": sellers,
  "GET /cooperative/settlements/:id": ownSeller,
  "GET /cooperative/settlements/:id/lines": ownSeller,
  "POST /cooperative/settlements/:id/steps": ownSeller,
  "POST /cooperative/settlements/:id/bank-file": ownSeller,
  "POST /cooperative/settlements/:id/vouchers": ownSeller,
  "POST /cooperative/settlements/:id/booking": ownSeller,
  "GET /cooperative/settlement-lines/:id": ownSeller,
  "POST /cooperative/settlement-lines/:id/fail": ownSeller,
  "POST /cooperative/settlement-lines/:id/return": ownSeller,
  "POST /cooperative/voucher-files": sellers,
  "GET /cooperative/vouchers/:id/file": ownSeller,
  "GET /cooperative/bank-statements": sellers,
  "POST /cooperative/bank-statements": sellers,
  "GET /cooperative/reconciliation": sellers,
  "POST /cooperative/reconciliation/:id/decision": ownSeller,
  "GET /official/settlements": officials,
  "GET /official/settlements/:id": countyOnly,
  "GET /official/settlements/:id/lines": countyOnly,
  "GET /official/vouchers/:id/file": countyOnly,
  "GET /official/me": officials,
  "GET /official/divisions": officials,
  "GET /official/households": officials,
  "GET /official/households/:id": ownOfficials,
  "GET /official/households/:id/income": ownOfficials,
  "GET /official/households/:id/confirmations": ownOfficials,
  "POST /official/households/:id/confirmations": ownOfficials,
  "POST /official/households/:id/pages": ownOfficials,
  "POST /official/households/:id/codes": ownOfficials,
  "POST /official/households/:id/passbook": ownOfficials,
  "POST /official/households/:id/disputes": ownOfficials,
  "GET /official/households/:id/years/:year": ownOfficials,
  "POST /official/households/:id/years/:year": ownOfficials,
  "GET /official/disputes": officials,
  // The household of the dispute lives in the county; its village may not end it.
  "POST /official/disputes/:id/resolution": ["county_official"],
  "GET /official/income/summary": officials,
  "GET /official/area": officials,
  "GET /official/periods": officials,
  "GET /official/periods/:month": ["county_official", "county_official_other"],
  "POST /official/periods/:month/close": ["county_official", "county_official_other"],
  "GET /official/cooperatives": officials,
  "POST /official/cooperatives/:id/decision": ["county_official"],
  "POST /admin/transfers/:id/confirm": operator,
  "GET /admin/transfers": operator,
  "GET /admin/ledger/summary": operator,
  "GET /official/statements/household/:id": ownOfficials,
  // The cooperative has its seat in the county, above the cadre's village.
  "GET /official/statements/cooperative/:id": ["county_official"],
  // The order's households live in the county, not in the cadre's village.
  "GET /official/statements/order/:id": ["county_official"],
  "GET /cooperative/statement": sellers,
  "GET /cooperative/statements/order/:id": ownSeller,
  "GET /admin/statements/cooperative/:id": operator,
  "GET /admin/statements/order/:id": operator,
  "GET /admin/statements/party/:id": operator,
  "GET /official/money-flow": officials,
  "GET /official/postings": officials,
  "GET /official/transactions/:seq": ["county_official"],
  "GET /admin/money-flow": operator,
  "GET /admin/postings": operator,
  "GET /admin/transactions/:seq": operator,
  "GET /admin/notifications": operator,
  "POST /admin/notifications/retry": operator,
  "GET /admin/paid-carts": operator,
  "POST /admin/paid-carts/:id/refund": operator,
};
