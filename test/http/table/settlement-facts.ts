/** A settlement of the table's cooperative with one line of each kind, written straight into its tables. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { cooperativeMeReplySchema, voucherFileReplySchema } from "@yigou/backend/contract";

import { withClient } from "../../../backend/local/database";
import { ROOT } from "../../../backend/local/home";
import type { Shop } from "../shop";
import { replyOf, type Visitor } from "../visitor";

/** Ids of the settlement that visits name. */
export interface SettlementFacts {
  settlement_id: string;
  /** Waits for payment; no credit stands behind it. */
  pending_line_id: string;
  paid_line_id: string;
  voucher_id: string;
  match_id: string;
  /** A row of the bank that has no answer yet. */
  row_id: string;
}

/** The smallest PDF that a reader opens. */
export const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** A file as a form sends it. */
export function upload(content: Buffer | string, name: string, type: string): FormData {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
  return form;
}

async function keptFile(seller: Visitor): Promise<string> {
  const sent = { body: upload(PDF, "voucher.pdf", "application/pdf") };
  const answer = await seller.send("POST", "/cooperative/voucher-files", sent);
  return replyOf(answer, voucherFileReplySchema).file_id;
}

const SQL = readFileSync(join(ROOT, "test/http/table/settlement.sql"), "utf8");

/** Writes the settlement. */
export async function makeSettlement(shop: Shop, household_id: string): Promise<SettlementFacts> {
  const seller = await shop.visitor("cooperative");
  const { cooperative, member } = replyOf(
    await seller.get("/cooperative/me"),
    cooperativeMeReplySchema,
  );
  const file_id = await keptFile(seller);
  await withClient(shop.house.database.superuserUrl, async (client) => {
    const values = { ...cooperative, member_id: member?.id ?? "", household_id, file_id };
    const text = Object.entries(values).reduce(
      (sql, [name, value]) =>
        sql.replaceAll(`:${name}:`, client.escapeLiteral(z.string().nullable().parse(value) ?? "")),
      SQL,
    );
    await client.query(text);
  });
  return {
    settlement_id: "stl_table",
    pending_line_id: "stll_pending",
    paid_line_id: "stll_paid",
    voucher_id: "tvch_table",
    match_id: "bm_table",
    row_id: "brow_hand",
  };
}
