/** Officials, customers, the work unit and the operator. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createCustomerAccountWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows";

import type { OfficialRole } from "../../../contract/roles";
import { createOfficialWorkflow } from "../../../workflows/roster/create-official";
import { createWorkUnitWorkflow } from "../../../workflows/work-unit/create-work-unit";
import { ensureLogin, knownLogin, passwordFor, type Account } from "./logins";
import type { Progress } from "./progress";

interface OfficialSeed {
  account: string;
  name: string;
  division_code: string;
  role: OfficialRole;
}

const officials: readonly OfficialSeed[] = [
  { account: "county_official", name: "刘建华", division_code: "360722", role: "county_official" },
  {
    account: "village_cadre",
    name: "钟丽萍",
    division_code: "360722101200",
    role: "village_cadre",
  },
  {
    account: "village_cadre_other",
    name: "曾祥林",
    division_code: "360722101201",
    role: "village_cadre",
  },
  {
    account: "township_official",
    name: "谢国平",
    division_code: "360722101",
    role: "township_official",
  },
  {
    account: "county_official_other",
    name: "黄志明",
    division_code: "350583",
    role: "county_official",
  },
  { account: "pingnan_official", name: "张晓岚", division_code: "350923", role: "county_official" },
  { account: "wujin_official", name: "蒋文英", division_code: "320412", role: "county_official" },
  {
    account: "longling_official",
    name: "杨自强",
    division_code: "530523",
    role: "county_official",
  },
];

const customers = [
  { account: "buyer", name: "陈晓雯", email: "buyer@yigou.example" },
  { account: "buyer_other", name: "李牧之", email: "buyer-other@yigou.example" },
  { account: "work_unit", name: "周敏", email: "work-unit@yigou.example" },
] as const;

/** The unit that buys by bank transfer. */
export const WORK_UNIT = "泉州市城建集团工会委员会";

/** Puts the officials on the roster. */
export async function loadOfficials(
  container: MedusaContainer,
  say: Progress,
): Promise<Record<string, Account>> {
  const accounts: Record<string, Account> = {};
  for (const [at, { account, name, division_code, role }] of officials.entries()) {
    const login = {
      email: `${account.replaceAll("_", "-")}@yigou.example`,
      password: passwordFor(account),
      division_code,
    };
    if (!(await knownLogin(container, login))) {
      const official = { name, email: login.email, division_code, role };
      await createOfficialWorkflow(container).run({
        input: { official, password: login.password },
      });
    }
    accounts[account] = login;
    say(at + 1, officials.length);
  }
  return accounts;
}

/** The county official who decides over cooperatives of a county. */
export function decidingOfficial(county: string): string {
  const found = officials.find(
    (official) => official.role === "county_official" && official.division_code === county,
  );
  if (!found) throw new Error(`no demonstration official of ${county}`);
  return `official:${found.account.replaceAll("_", "-")}@yigou.example`;
}

/** Customers, the work unit with its member, and the operator of the dashboard. */
export async function loadCustomers(
  container: MedusaContainer,
  say: Progress,
): Promise<Record<string, Account>> {
  const accounts: Record<string, Account> = {};
  for (const [at, { account, name, email }] of customers.entries()) {
    const login = { email, password: passwordFor(account) };
    const customer_id = await ensureCustomer(container, login, name);
    if (account === "work_unit") await ensureWorkUnit(container, customer_id);
    accounts[account] = login;
    say(at + 1, customers.length + 1);
  }
  accounts.operator = await ensureOperator(container);
  say(customers.length + 1, customers.length + 1);
  return accounts;
}

async function ensureCustomer(
  container: MedusaContainer,
  login: Account,
  name: string,
): Promise<string> {
  const authIdentityId = await ensureLogin(container, login);
  const [known] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email: login.email, has_account: true }, { select: ["id"], take: 1 });
  if (known) return known.id;
  const { result } = await createCustomerAccountWorkflow(container).run({
    input: {
      authIdentityId,
      customerData: { email: login.email, first_name: name, last_name: "" },
    },
  });
  return result.id;
}

async function ensureWorkUnit(container: MedusaContainer, customer_id: string): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(`select 1 from work_unit where name = ?`, [
    WORK_UNIT,
  ]);
  if (rows.length > 0) return;
  await createWorkUnitWorkflow(container).run({
    input: {
      name: WORK_UNIT,
      division_code: "350500000000",
      members: [{ customer_id, role: "admin" }],
    },
  });
}

async function ensureOperator(container: MedusaContainer): Promise<Account> {
  const login = { email: "operator@yigou.example", password: passwordFor("operator") };
  const authIdentityId = await ensureLogin(container, login);
  const [known] = await container
    .resolve(Modules.USER)
    .listUsers({ email: login.email }, { select: ["id"], take: 1 });
  if (!known) {
    await createUserAccountWorkflow(container).run({
      input: {
        authIdentityId,
        userData: { email: login.email, first_name: "平台", last_name: "运营" },
      },
    });
  }
  return login;
}
