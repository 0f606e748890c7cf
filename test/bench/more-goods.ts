/** Lists further goods in our shop the way a cooperative does, so that the catalogue is larger. */
import { z } from "zod";

import {
  type ProductBody,
  productReplySchema,
  suppliersReplySchema,
} from "@yigou/backend/contract/cooperative";

import type { Demo } from "../../backend/local/state";
import { call } from "./http";

const KINDS = ["脐橙", "蜂蜜", "米粉", "红薯粉", "高山茶", "笋干", "香菌", "花生"];
const AT_ONCE = 4;

function body(n: number, household_id: string): ProductBody {
  const kind = KINDS[n % KINDS.length] ?? "脐橙";
  return {
    title: `${kind} ${n + 1} 号`,
    description: `${kind}，当季新货，编号 ${n + 1}。`,
    category: "fruit",
    images: [],
    variants: [
      { title: "小份", price_fen: 1990 + (n % 50) * 10, stock: 1000, weight_g: 1000 },
      { title: "大份", price_fen: 4990 + (n % 50) * 10, stock: 1000, weight_g: 3000 },
    ],
    certificates: [],
    lot: { code: `B-${n + 1}`, harvested_on: "2026-10-01" },
    contributions: [{ household_id, weight_g: 100_000 }],
    service_ppm: 80_000,
    packing_fen: 200,
    freight_fen: 300,
  };
}

/**
 * Lists goods.
 *
 * @param more how many; none is fine
 */
export async function listMoreGoods(base: string, demo: Demo, more: number): Promise<void> {
  const account = demo.accounts["cooperative"];
  if (more === 0) return;
  if (!account) throw new Error("the demonstration has no cooperative");
  const login = { email: account.email, password: account.password };
  const { token } = await call(
    `${base}/auth/cooperative/emailpass`,
    z.object({ token: z.string() }),
    { body: login },
  );
  const headers = { authorization: `Bearer ${token}` };
  const suppliers = await call(`${base}/cooperative/households`, suppliersReplySchema, { headers });
  let next = 0;
  const lister = async (): Promise<void> => {
    while (next < more) {
      const n = next++;
      const household = suppliers.households[n % suppliers.households.length];
      if (!household) throw new Error("the cooperative has no suppliers");
      await call(`${base}/cooperative/products`, productReplySchema, {
        headers,
        body: body(n, household.id),
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lister));
}
