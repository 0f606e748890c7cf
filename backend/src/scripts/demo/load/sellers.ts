/** Cooperatives, applied for and approved as any other; helping units. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { addMemberWorkflow } from "../../../workflows/cooperative/add-member";
import { createApprovedCooperativeWorkflow } from "../../../workflows/cooperative/create-approved";
import { registerHelpingUnitsWorkflow } from "../../../workflows/pairing/register-helping-units";
import { cooperatives } from "../data/cooperatives";
import { enterprises } from "../data/enterprises";
import type { CooperativeSeed } from "../data/shapes";
import { ensureLogin, knownLogin, passwordFor, type Account } from "./logins";
import { decidingOfficial } from "./people";
import type { Progress } from "./progress";

/** Ids of the cooperatives by their key, and the logins that people try. */
export interface Sellers {
  ids: Map<string, string>;
  accounts: Record<string, Account>;
}

/** Two of one county and one of another: who may see what is best tried with them. */
const shown = {
  "xinfeng-changgang": "cooperative",
  "nanan-xiangyang": "cooperative_other",
} as const;

function shownAs(key: string): string | undefined {
  return Object.entries(shown).find(([shownKey]) => shownKey === key)?.[1];
}

/** Files and approves every cooperative that has not applied yet. */
export async function loadCooperatives(
  container: MedusaContainer,
  say: Progress,
): Promise<Sellers> {
  const sellers: Sellers = { ids: new Map(), accounts: {} };
  for (const [at, cooperative] of cooperatives.entries()) {
    const account = shownAs(cooperative.key);
    const login = { email: cooperative.email, password: passwordFor(account ?? cooperative.key) };
    const auth_identity_id = await ensureLogin(container, login);
    const { name, division_code, license_no, contact_name, contact_phone } = cooperative;
    let id = await cooperativeOf(container, auth_identity_id);
    if (!id) {
      const { result } = await createApprovedCooperativeWorkflow(container).run({
        input: {
          auth_identity_id,
          application: { name, division_code, license_no, contact_name, contact_phone },
          decided_by: decidingOfficial(division_code.slice(0, 6)),
        },
      });
      id = result.cooperative_id;
    }
    sellers.ids.set(cooperative.key, id);
    if (account) sellers.accounts[account] = login;
    const bookkeeper = await ensureBookkeeper(container, cooperative, id);
    if (account) sellers.accounts[account.replace("cooperative", "bookkeeper")] = bookkeeper;
    say(at + 1, cooperatives.length);
  }
  return sellers;
}

/** The second person of a cooperative: prepares the settlements that the manager approves. */
async function ensureBookkeeper(
  container: MedusaContainer,
  { key, bookkeeper_email: email, bookkeeper_name: name }: CooperativeSeed,
  cooperative_id: string,
): Promise<Account> {
  const account = shownAs(key)?.replace("cooperative", "bookkeeper");
  const login = { email, password: passwordFor(account ?? `${key}-books`) };
  if (await knownLogin(container, login)) return login;
  await addMemberWorkflow(container).run({
    input: { ...login, name, cooperative_id, role: "bookkeeper" },
  });
  return login;
}

async function cooperativeOf(
  container: MedusaContainer,
  auth_identity_id: string,
): Promise<string | null> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { cooperative_id: string }[] }>(
    `select cooperative_id from cooperative_member where auth_identity_id = ?`,
    [auth_identity_id],
  );
  return rows[0]?.cooperative_id ?? null;
}

/** @returns ids of the helping units by key */
export async function loadHelpingUnits(
  container: MedusaContainer,
  say: Progress,
): Promise<Map<string, string>> {
  const { result } = await registerHelpingUnitsWorkflow(container).run({
    input: {
      units: enterprises.map(({ name, kind, division_code, help }) => ({
        name,
        kind,
        division_code,
        help,
      })),
    },
  });
  say(enterprises.length, enterprises.length);
  return new Map(enterprises.map(({ key }, at) => [key, result.ids[at] ?? ""]));
}
