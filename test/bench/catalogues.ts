/** Backends of ours over catalogues of any size: rows of the shelf by SQL, the index by the Search Module. */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { BUILDS, ensureBuilt } from "../../backend/local/builds";
import { openInstallation, withClient } from "../../backend/local/database";
import { backendEnvironment } from "../../backend/local/environment";
import { type Home, homeAt, openHome, ROOT } from "../../backend/local/home";
import { freePort } from "../../backend/local/ports";
import { say } from "../../backend/local/say";
import { readSecrets, type Secrets } from "../../backend/local/secrets";
import { readSettings } from "../../backend/local/settings";
import { loadDemo, migrate, reindex, SERVER } from "../../backend/local/stages";
import type { Access } from "../../backend/local/roles";
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
 * Goods of fifty counties, eight kinds and a cooperative for two hundred goods each. Their rows are those
 * of the shelf; pages and prices behind them do not exist, so only lists and searches may be asked.
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
    (110101 + n * 7 % 50)::text county, (110101 + n * 7 % 50)::text || lpad((n % 12)::text, 3, '0') || '000' township,
    1000 + n * 37 % 30000 price,
    (array['脐橙','高山茶','蜂蜜','米粉','香菌','小米','山茶油','萝卜'])[1 + n % 8]
      || (array['甲','乙','丙','丁'])[1 + n / 8 % 4] || '级 ' || (n % 20 + 1) || ' 斤'
      || (array['', '赣南', '花生', '农家'])[1 + n / 32 % 4] as title
  from generate_series(1, $1::int) n
) goods`;

const demo = { NODE_ENV: "production", YIGOU_SANDBOX_PAYMENT: "1", YIGOU_DEMO: "1" };

async function openCatalogue(
  home: Home,
  secrets: Secrets,
  access: Access,
  size: number,
  name: string,
) {
  const { url: databaseUrl, ownerUrl } = access;
  const port = await freePort(undefined);
  const settings = readSettings({ BACKEND_PORT: String(port), YIGOU_DEMO: "1" }, []);
  const env = { ...backendEnvironment(settings, secrets, databaseUrl), ...demo };
  const shared = homeAt();
  openHome(shared);
  const hash = await ensureBuilt(BUILDS.backend, shared, env);
  const stage = { home, databaseUrl, env };
  await migrate({ ...stage, ownerUrl }, hash, await openInstallation(ownerUrl));
  const { publishable_key } = await loadDemo(stage);
  await withClient(databaseUrl, async (client) => {
    await client.query("delete from shelf_good");
    await client.query(FILL, [size]);
    await client.query("delete from shelf_change");
  });
  const started = performance.now();
  await reindex(stage);
  say(`  ${size} goods indexed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const log = join(home.logs, `${name}.log`);
  const side = await startSide({ name: "ours", cwd: SERVER, port, env, log, database: name });
  return { size, base: side.base, publishable_key, side };
}

const counted = z.object({ count: z.int() });

/** Waits until the list tells of every good. */
async function settled({ base, publishable_key, size }: Catalogue): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await fetch(`${base}/store/goods?limit=1`, {
      headers: { "x-publishable-api-key": publishable_key },
    });
    if (answer.ok && counted.parse(await answer.json()).count === size) return;
    await sleep(1_000);
  }
  throw new Error(`the list does not tell of ${size} goods`);
}

/** Opens catalogues of these sizes side by side. */
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
    for (const [at, size] of sizes.entries()) {
      const name = `goods_${at}`;
      const catalogue = await openCatalogue(
        home,
        secrets,
        await server.freshDatabase(name),
        size,
        name,
      );
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
