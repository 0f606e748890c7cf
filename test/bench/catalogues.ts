/** Backends of ours over catalogues of any size: rows of the shelf by SQL, the index by the Search Module. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { BUILDS, ensureBuilt, sourceHash } from "../../backend/local/builds";
import { openInstallation, shopKeys, withClient } from "../../backend/local/database";
import { backendEnvironment } from "../../backend/local/environment";
import { type Home, homeAt, openHome, ROOT } from "../../backend/local/home";
import { freePort } from "../../backend/local/ports";
import { say } from "../../backend/local/say";
import { readSecrets, type Secrets } from "../../backend/local/secrets";
import { readSettings } from "../../backend/local/settings";
import {
  loadDemo,
  migrate,
  type MigrationStage,
  reindex,
  SERVER,
} from "../../backend/local/stages";
import type { Access } from "../../backend/local/roles";
import { markReached, readReached } from "./catalogue-progress";
import { type Server, startServer } from "./server";
import { type Side, startSide } from "./side";

/** One catalogue and the backend over it. */
export interface Catalogue {
  size: number;
  base: string;
  publishable_key: string;
  side: Side;
}

/**
 * Goods of fifty counties and eight kinds; each cooperative sells two hundred goods of its own county. Their rows are
 * those of the shelf; pages and prices behind them do not exist, so only lists and searches may be asked.
 */
const FILL = `
insert into shelf_good (product_id, handle, cooperative_id, category, category_label, county_code, county_name,
  cooperative_name, township_codes, aliases, price_fen, in_stock, favoured, vocabulary, listed_at, card, page, terms, read_at)
select 'prod_' || lpad(n::text, 8, '0'), 'good-' || n, 'coop_' || n / 200, category, label, county, county || '县',
  'coop_' || n / 200, array[township], array['户' || n % 5000], price, n % 11 <> 0, n % 17 = 0, '{}',
  timestamptz '2026-01-01' + make_interval(mins => n),
  jsonb_build_object('product_id', 'prod_' || lpad(n::text, 8, '0'), 'handle', 'good-' || n, 'title', title, 'title_en', '',
    'category', category, 'picture', null, 'price_fen', price, 'cooperative', 'coop_' || n / 200, 'county_code', county,
    'county_name', county || '县', 'township_name', '某镇', 'household_count', 2, 'household_fen', price / 2,
    'breakdown', jsonb_build_array(jsonb_build_object('party', 'household', 'label', '农户', 'amount_fen', price / 2),
      jsonb_build_object('party', 'cooperative', 'label', '合作社', 'amount_fen', price - price / 2))),
  jsonb_build_object('households', jsonb_build_array(jsonb_build_object('alias', '户' || n % 5000, 'division_name', '某镇')),
    'description', title || '，当季新货，产地直发', 'certificates', '[]'::jsonb, 'pairing_enterprise', null,
    'lot', jsonb_build_object('harvested_on', '2026-10-01')),
  '{}', now()
from (
  select n, (array['fruit','tea','honey','noodle','mushroom','grain','oil','vegetable'])[1 + n % 8] category,
    (array['水果','茶叶','蜂蜜','粉面','菌菇','米粮','食用油','蔬菜'])[1 + n % 8] label,
    (110101 + n / 200 % 50)::text county, (110101 + n / 200 % 50)::text || lpad((n % 12)::text, 3, '0') || '000' township,
    1000 + n * 37 % 30000 price,
    (array['脐橙','高山茶','蜂蜜','米粉','香菌','小米','山茶油','萝卜'])[1 + n % 8]
      || (array['甲','乙','丙','丁'])[1 + n / 8 % 4] || '级 ' || (n % 20 + 1) || ' 斤'
      || (array['', '赣南', '花生', '农家'])[1 + n / 32 % 4] as title
  from generate_series(1, $1::int) n
) goods`;

/** What decides how rows and documents look: a catalogue that was built from the same is used again. */
const CONTENTS = [
  "test/bench/catalogues.ts",
  "backend/src/search",
  "backend/src/modules/shelf/words.ts",
  "backend/src/modules/shelf/search-shelf/rows.ts",
  "backend/src/modules/shelf/search-shelf/sample.ts",
  "backend/src/modules/shelf/search-shelf/tables.ts",
  "backend/src/queries/shelf/good-documents.ts",
];

const demo = { NODE_ENV: "production", YIGOU_SANDBOX_PAYMENT: "1", YIGOU_DEMO: "1" };

/** A backend's surroundings, and the database that they point to. */
async function stageOf(home: Home, secrets: Secrets, { url, ownerUrl }: Access) {
  const port = await freePort(undefined);
  const settings = readSettings({ BACKEND_PORT: String(port), YIGOU_DEMO: "1" }, []);
  const env = { ...backendEnvironment(settings, secrets, url), ...demo };
  return { home, databaseUrl: url, ownerUrl, env, port };
}

/** Puts so many goods on the shelf. */
async function fill(stage: MigrationStage, contents: string, size: number): Promise<void> {
  await loadDemo(stage);
  await withClient(stage.databaseUrl, async (client) => {
    await client.query("delete from shelf_good");
    await client.query(FILL, [size]);
    await client.query("delete from shelf_change");
  });
  await markReached(stage.ownerUrl, contents, "filled");
}

/** Indexes what is on the shelf; a run that was broken off goes on where it was. */
async function index(stage: MigrationStage, contents: string, size: number): Promise<void> {
  const started = performance.now();
  await reindex(stage);
  say(`  ${size} goods indexed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await markReached(stage.ownerUrl, contents, "indexed");
}

async function openCatalogue(home: Home, secrets: Secrets, server: Server, size: number) {
  const name = `goods_${size.toString()}`;
  const stage = await stageOf(home, secrets, await server.keptDatabase(name));
  const shared = homeAt();
  openHome(shared);
  const hash = await ensureBuilt(BUILDS.backend, shared, stage.env);
  const contents = sourceHash(CONTENTS);
  const reached = await readReached(stage.ownerUrl, contents);
  if (reached === "empty") await server.freshDatabase(name);
  await migrate(stage, hash, await openInstallation(stage.ownerUrl));
  if (reached === "empty") await fill(stage, contents, size);
  if (reached !== "indexed") await index(stage, contents, size);
  const { publishable_key = "" } = await shopKeys(stage.databaseUrl);
  const { port, env } = stage;
  const log = join(home.logs, `${name}.log`);
  const side = await startSide({ name: "ours", cwd: SERVER, port, env, log, database: name });
  return { size, base: side.base, publishable_key, side };
}

const counted = z.object({ count: z.int() });

/** Waits until the list tells of every good; the backend adds those of the demonstration. */
async function settled({ base, publishable_key, size }: Catalogue): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await fetch(`${base}/store/goods?limit=1`, {
      headers: { "x-publishable-api-key": publishable_key },
    });
    if (answer.ok && counted.parse(await answer.json()).count >= size) return;
    await sleep(1_000);
  }
  throw new Error(`the list does not tell of ${size} goods`);
}

/** Opens catalogues of these sizes side by side; those that an earlier run built are used again. */
export async function openCatalogues(sizes: readonly number[]) {
  const home = homeAt(join(ROOT, ".yigou/bench"));
  openHome(home);
  const secrets = readSecrets(home.secrets, {}, false);
  const server: Server = await startServer(home, secrets);
  const catalogues: Catalogue[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(catalogues.map(({ side }) => side.stop()));
    await server.stop();
  };
  try {
    for (const size of sizes) {
      const catalogue = await openCatalogue(home, secrets, server, size);
      catalogues.push(catalogue);
      await settled(catalogue);
    }
    await server.settle(catalogues.map(({ side }) => side.database));
    return { catalogues, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
