/** Whoever keeps lists hears of every change, or knows that it may have missed one. */
import { ShelfWatch } from "../../../backend/src/queries/shelf/shelf-watch";
import { followIndex } from "../../../backend/src/workflows/shelf/follow-index";
import { type Engine, openEngine } from "./engine";
import { allWordsOf, row } from "./row";

let engine: Engine;
let watch: ShelfWatch;

beforeAll(async () => {
  engine = await openEngine("search-shelf");
  watch = new ShelfWatch(engine.database.url);
});
afterAll(() => engine.close());

async function put(id: string, title: string): Promise<void> {
  const one = { ...row({ id, title }), read_at: new Date() };
  await engine.shelf.put([one], allWordsOf([one]));
  await followIndex(engine.scope);
}

/** The number of changes, as soon as it is sure and `isSo`. */
async function changes(isSo: (count: number) => boolean = () => true): Promise<number> {
  return vi.waitFor(
    () => {
      const count = watch.changes();
      if (count === null || !isSo(count)) throw new Error(`${String(count)} changes`);
      return count;
    },
    { timeout: 10_000, interval: 20 },
  );
}

/** The number of changes once nothing more is heard: a change may be told in several commits. */
async function still(): Promise<number> {
  let seen = await changes();
  let since_ms = performance.now();
  await vi.waitFor(
    () => {
      const count = watch.changes();
      if (count !== seen) since_ms = performance.now();
      seen = count ?? seen;
      if (count === null || performance.now() - since_ms < 1_500) throw new Error("not still");
    },
    { timeout: 30_000, interval: 20 },
  );
  return seen;
}

describe("a watch over the shelf", () => {
  it("is not sure of anything before it listens", () => {
    expect(new ShelfWatch("postgres://nobody@localhost:1/none").changes()).toBeNull();
  });

  it("counts on when goods change in the index, and stands still when nothing does", async () => {
    const before = await still();
    await put("w01", "脐橙");
    await changes((count) => count > before);
    const after = await still();
    await engine.pg.raw("update shelf_good set read_at = now() where product_id = 'w01'");
    expect(await still()).toBe(after);
    await engine.shelf.drop(["w01"]);
    await followIndex(engine.scope);
    await changes((count) => count > after);
  });

  it("hears nothing of what was taken back", async () => {
    const before = await still();
    await engine.pg
      .transaction(async (trx) => {
        await trx.raw("update search_place set name = name");
        throw new Error("taken back");
      })
      .catch(() => null);
    expect(await still()).toBe(before);
  });

  it("is sure of nothing while its session is lost, and never of what it knew before", async () => {
    const before = await changes();
    await engine.pg.raw(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yigou-shelf-watch' and datname = current_database()",
    );
    await vi.waitFor(
      () => {
        expect(watch.changes()).toBeNull();
      },
      { timeout: 10_000, interval: 20 },
    );
    await changes((count) => count > before);
  });
});
