/** Keeps which photos belong to which order, and what each is used for. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

import { refuse } from "../../refuse";

const photoRow = z.object({
  id: z.string(),
  order_id: z.string(),
  file_key: z.string(),
  public_key: z.string().nullable(),
  public_url: z.string().nullable(),
});
/** A photo as it is kept. */
export type BuyerPhoto = z.infer<typeof photoRow>;

/** Photos of one order at most, used or not. */
const MOST_OF_ORDER = 120;
/** Photos that wait for their review or complaint at most. */
const MOST_WAITING = 24;

const COLUMNS = "id, order_id, file_key, public_key, public_url";

interface Rows {
  rows: unknown[];
}

/** Register over `buyer_photo`. */
export class PhotoModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /**
   * Keeps a photo of an order.
   *
   * @throws refusal `photos_too_many`
   */
  async add(order_id: string, file_key: string): Promise<string> {
    const id = generateEntityId(undefined, "pho");
    const { rows } = await this.#db.raw<Rows>(
      `insert into buyer_photo (id, order_id, file_key)
       select :id, :order_id, :file_key
        where (select count(*) < :most and count(*) filter (where used_by is null) < :waiting
                 from buyer_photo where order_id = :order_id)
       returning id`,
      { id, order_id, file_key, most: MOST_OF_ORDER, waiting: MOST_WAITING },
    );
    if (rows.length === 0) throw refuse("photos_too_many");
    return id;
  }

  /**
   * Uses photos for one thing, once; all of them or none.
   *
   * @param ids in the order in which they are shown
   * @param used_by kind and id, such as `review:rev_…`
   * @throws refusal `photo_unknown`
   */
  async use(ids: readonly string[], order_id: string, used_by: string): Promise<BuyerPhoto[]> {
    if (ids.length === 0) return [];
    return this.#db.transaction(async (trx) => {
      const { rows } = await trx.raw<Rows>(
        `update buyer_photo b set used_by = :used_by, position = array_position(cast(:ids as text[]), b.id)
          where b.id = any(cast(:ids as text[])) and b.order_id = :order_id and b.used_by is null returning ${COLUMNS}`,
        { ids: [...ids], order_id, used_by },
      );
      if (rows.length !== ids.length) throw refuse("photo_unknown", { field: "photos" });
      const found = new Map(
        z
          .array(photoRow)
          .parse(rows)
          .map((one) => [one.id, one]),
      );
      return ids.flatMap((id) => found.get(id) ?? []);
    });
  }

  /** Lets photos go whose review or complaint was not written; safe to run twice. */
  async release(used_by: string): Promise<void> {
    await this.#db.raw(`update buyer_photo set used_by = null, position = null where used_by = ?`, [
      used_by,
    ]);
  }

  /** The photos of some reviews or complaints, in order, by what uses them. */
  async of(users: readonly string[]): Promise<Map<string, BuyerPhoto[]>> {
    const { rows } = await this.#db.raw<Rows>(
      `select used_by, ${COLUMNS} from buyer_photo where used_by = any(?::text[]) order by used_by, position`,
      [[...users]],
    );
    const found = new Map<string, BuyerPhoto[]>();
    for (const { used_by, ...photo } of z
      .array(photoRow.extend({ used_by: z.string() }))
      .parse(rows)) {
      found.set(used_by, [...(found.get(used_by) ?? []), photo]);
    }
    return found;
  }

  /** One photo of an order, or of one review or complaint; null when it is not there. */
  async find(
    id: string,
    of: { order_id: string } | { used_by: string },
  ): Promise<BuyerPhoto | null> {
    const [column, value] = "order_id" in of ? ["order_id", of.order_id] : ["used_by", of.used_by];
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from buyer_photo where id = ? and ${column} = ?`,
      [id, value],
    );
    return rows[0] === undefined ? null : photoRow.parse(rows[0]);
  }

  /** Notes where everybody may see a photo; null when nobody may any more. */
  async show(id: string, shown: { key: string; url: string } | null): Promise<void> {
    await this.#db.raw(`update buyer_photo set public_key = ?, public_url = ? where id = ?`, [
      shown?.key ?? null,
      shown?.url ?? null,
      id,
    ]);
  }

  /** Photos that were never used, sent before an instant. */
  async unused(before: Date, most: number): Promise<BuyerPhoto[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from buyer_photo where used_by is null and created_at < ? order by created_at limit ?`,
      [before, most],
    );
    return z.array(photoRow).parse(rows);
  }

  /** Forgets a photo that is still unused. @returns whether it did */
  async drop(id: string): Promise<boolean> {
    const { rows } = await this.#db.raw<Rows>(
      `delete from buyer_photo where id = ? and used_by is null returning id`,
      [id],
    );
    return rows.length > 0;
  }
}
