/** How far an earlier run came with a catalogue: what it built from the same sources is used again. */
import { z } from "zod";

import { withClient } from "../../backend/local/database";

const stages = z.enum(["empty", "filled", "indexed"]).catch("empty");
/** What a database holds already. */
export type Reached = z.output<typeof stages>;

const MARK = `
create table if not exists bench_progress (
  one boolean primary key default true check (one), sources text not null, reached text not null
)`;

/** How far a database was brought with these sources. */
export async function readReached(ownerUrl: string, sources: string): Promise<Reached> {
  return withClient(ownerUrl, async (client) => {
    await client.query(MARK);
    const { rows } = await client.query<{ reached: string }>(
      "select reached from bench_progress where sources = $1",
      [sources],
    );
    return stages.parse(rows[0]?.reached);
  });
}

/** Notes how far a database has been brought. */
export async function markReached(ownerUrl: string, sources: string, now: Reached): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(MARK);
    await client.query(
      `insert into bench_progress (sources, reached) values ($1, $2)
       on conflict (one) do update set sources = excluded.sources, reached = excluded.reached`,
      [sources, now],
    );
  });
}
