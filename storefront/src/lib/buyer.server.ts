/** What the checkout knows of the buyer before a word is typed. */
import { call, settle } from "./api.server";
import { listAddresses, type SavedAddress } from "./customer.server";
import { triedKey } from "./paying.server";
import { callerOf, readLogin } from "./session.server";

/** The buyer of a checkout page: typed values to begin with, kept addresses, work units. */
export interface Buyer {
  loggedIn: boolean;
  values: Record<"email" | "name" | "phone" | "province" | "city" | "county" | "street", string>;
  saved: SavedAddress[];
  savedId: string | null;
  units: { id: string; name: string }[];
}

/**
 * Codes of a kept address for the three selects.
 *
 * @param county_code empty when the county is not known, or no longer in the table
 */
export function codesOf(county_code: string) {
  if (county_code === "") return { province: "", city: "", county: "" };
  return {
    province: `${county_code.slice(0, 2)}0000`,
    city: `${county_code.slice(0, 4)}00`,
    county: county_code,
  };
}

/** Reads the buyer of a request; what the backend does not tell is left empty. */
export async function buyerOf(request: Request): Promise<Buyer> {
  const { token, email = "" } = await readLogin(request);
  const empty = { email, name: "", phone: "", street: "", ...codesOf("") };
  if (!token) return { loggedIn: false, values: empty, saved: [], savedId: null, units: [] };
  const by = await callerOf(request);
  const [addresses, units] = await Promise.all([
    settle(listAddresses(by)),
    settle(call("GET /store/my/work-units", { by })),
  ]);
  const saved = addresses.ok ? addresses.value : [];
  const wanted = new URL(request.url).searchParams.get("address");
  const chosen = wanted === "new" ? undefined : (saved.find(({ id }) => id === wanted) ?? saved[0]);
  const values = chosen
    ? {
        email,
        name: chosen.name,
        phone: chosen.phone,
        street: chosen.street,
        ...codesOf(chosen.county_code),
      }
    : empty;
  return {
    loggedIn: true,
    values,
    saved,
    savedId: chosen?.id ?? null,
    units: units.ok ? units.value.work_units : [],
  };
}

/** What was typed into the checkout for a purchase that is no order yet. */
export interface Tried {
  values: Buyer["values"];
  /** The kept address that it is, if it is one. */
  savedId: string | null;
  /** The work unit that it is bought for, or "self". */
  buyer: string;
  pickup: string;
  note: string;
}

/**
 * Finds again what this browser's last try to buy was about.
 *
 * @returns null when there is none, it is an order by now, or the buyer has chosen another address since
 */
export async function triedCheckout(request: Request, { saved }: Buyer): Promise<Tried | null> {
  const idempotencyKey = await triedKey(request, "checkout");
  if (!idempotencyKey || new URL(request.url).searchParams.has("address")) return null;
  const by = { ...(await callerOf(request)), idempotencyKey };
  const answer = await settle(call("GET /store/checkout/tried", { by }));
  if (!answer.ok) return null;
  const { email, address, pickup_point_id, work_unit_id, note } = answer.value;
  const { name = "", phone = "", street = "", county_code = "" } = address;
  const same = saved.find(
    (one) => one.name === name && one.phone === phone && one.street === street,
  );
  return {
    values: { email, name, phone, street, ...codesOf(county_code) },
    savedId: same?.county_code === county_code ? same.id : null,
    buyer: work_unit_id ?? "self",
    pickup: pickup_point_id ?? "",
    note: note ?? "",
  };
}
