/** `npm run demo -- --orders 1000`: more past orders, through the same workflows as real ones. */
import { parseArgs } from "node:util";
import { borrowDatabase } from "./borrow";
import { BUILDS, ensureBuilt } from "./builds";
import { openInstallation } from "./database";
import { backendEnvironment } from "./environment";
import { loadOrders } from "./stages";
import { Trouble } from "./trouble";

await borrowDatabase("npm run demo", async ({ settings, secrets, home, databaseUrl }) => {
  const { values } = parseArgs({
    options: { orders: { type: "string" }, demo: { type: "boolean" } },
  });
  const orders = Number(values.orders ?? settings.YIGOU_DEMO_ORDERS);
  if (!Number.isInteger(orders) || orders < 1) throw new Trouble("--orders takes a whole number.");
  if (!settings.demo) throw new Trouble("NODE_ENV=production: demonstration data need --demo.");
  const { demo } = await openInstallation(databaseUrl);
  if (demo !== "done") throw new Trouble("There are no goods to order: run npm start first.");
  const env = backendEnvironment(settings, secrets, databaseUrl);
  await ensureBuilt(BUILDS.backend, home, env);
  await loadOrders({ home, databaseUrl, env }, orders);
  return 0;
});
