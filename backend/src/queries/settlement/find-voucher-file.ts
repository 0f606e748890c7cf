/** Where the file of a voucher lies, for those who may see it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { refuse } from "../../refuse";
import { wallOf, type SettlementWall } from "./list-settlements";

const row = z.object({
  settlement_id: z.string(),
  reference: z.string(),
  file_key: z.string(),
  kind: z.enum(["jpg", "png", "webp", "pdf"]),
});

/** A voucher's file. */
export type FoundVoucherFile = z.infer<typeof row>;

/** @throws refusal `not_found` when there is none, or behind the wall */
export async function findVoucherFile(
  scope: MedusaContainer,
  wall: SettlementWall,
  voucher_id: string,
): Promise<FoundVoucherFile> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { sql, value } = wallOf(wall);
  const found = await pg.raw<{ rows: unknown[] }>(
    `select v.settlement_id, v.reference, f.file_key, f.kind from transfer_voucher v
       join settlement s on s.id = v.settlement_id
       join voucher_file f on f.id = v.file_id where ${sql} and v.id = ?`,
    [value, voucher_id],
  );
  const [file] = z.array(row).parse(found.rows);
  if (!file) throw refuse("not_found");
  return file;
}
