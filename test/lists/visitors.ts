/** Everybody who comes to the door, and the groups in which they may come. */

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

/** Everybody. */
export const everybody: readonly VisitorName[] = [...visitorNames];
/** Buyers. */
export const buyers = ["buyer", "buyer_other"] as const;
/** The order of the table is the buyer's own, made while logged in. */
export const orderOwner = ["buyer"] as const;
/** Cooperatives. */
export const sellers = ["cooperative", "cooperative_other"] as const;
/** The goods, orders and money of the table belong to one cooperative. */
export const ownSeller = ["cooperative"] as const;
/** Officials. */
export const officials = ["village_cadre", "county_official", "county_official_other"] as const;
/** The household of the table lives in the village of the cadre. */
export const ownOfficials = ["village_cadre", "county_official"] as const;
/** The settlement of the table belongs to a cooperative of the county, not of the cadre's village. */
export const countyOnly = ["county_official"] as const;
/** The operator. */
export const operator = ["operator"] as const;
