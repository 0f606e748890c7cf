/** What tests of public pages share: consents given and taken back, lots with their codes. */
import { ownLotsReplySchema, productReplySchema } from "@yigou/backend/contract";

import { productOf } from "../lists/products";
import type { Answer, Visitor } from "./visitor";
import { replyOf } from "./visitor";

const span = { given_on: "2026-01-01", expires_on: "2028-01-01" };

/** Consents, recorded by an official. */
export function consentsBy(official: () => Visitor) {
  const give = (id: string, purpose: string): Promise<Answer> =>
    official().post(`/official/households/${id}/consents`, {
      purpose,
      evidence: "signed_page",
      ...span,
    });
  const withdraw = (id: string, purpose: string): Promise<Answer> =>
    official().post(`/official/households/${id}/consents/withdrawal`, { purpose });
  /** Takes every consent back, whether there is one or not. */
  const silence = async (id: string): Promise<void> => {
    for (const purpose of ["story", "village", "news"]) await withdraw(id, purpose);
  };
  return { give, withdraw, silence };
}

let names = 0;

/** Lists goods of these households; answers the lot and the goods. */
export async function listLot(seller: Visitor, households: readonly string[]) {
  names += 1;
  const name = `验-${process.pid}-${names}`;
  const body = {
    ...productOf(`溯源测试脐橙 ${name}`, households),
    lot: { code: name, harvested_on: "2026-11-01" },
    certificates: [
      { kind: "绿色食品", number: "演示-1", issued_on: "2020-01-01", valid_to: "2021-01-01" },
      { kind: "合格证", number: "演示-2", issued_on: "2026-11-02", valid_to: null },
    ],
  };
  const { product } = replyOf(await seller.post("/cooperative/products", body), productReplySchema);
  const { lots } = replyOf(await seller.get("/cooperative/lots?limit=100"), ownLotsReplySchema);
  const lot = lots.find((one) => one.name === name);
  if (!lot) throw new Error("the lot has no code");
  return { product, lot };
}
