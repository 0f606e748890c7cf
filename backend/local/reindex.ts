/** `npm run search:reindex`: makes the search index anew beside a running system, which swaps when it is done. */
import { borrowDatabase } from "./borrow";
import { BUILDS, ensureBuilt } from "./builds";
import { backendEnvironment } from "./environment";
import { reindex } from "./stages";

await borrowDatabase("npm run search:reindex", async ({ settings, secrets, home, databaseUrl }) => {
  const env = backendEnvironment(settings, secrets, databaseUrl);
  await ensureBuilt(BUILDS.backend, home, env);
  await reindex({ home, databaseUrl, env });
  return 0;
});
