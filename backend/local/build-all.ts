/** `npm run build`: builds what is not built or has changed. */
import { QUIET } from "./environment";
import { BUILDS, ensureBuilt } from "./builds";
import { homeAt, openHome } from "./home";
import { messageOf } from "./trouble";

/** Builds the three programs: the backend beside the fronts, on two cores. */
export async function buildAll(): Promise<void> {
  const home = homeAt();
  openHome(home);
  const env = {
    ...process.env,
    ...QUIET,
    DATABASE_URL: "postgres://localhost/build",
  };
  await Promise.all([
    ensureBuilt(BUILDS.backend, home, env),
    (async () => {
      await ensureBuilt(BUILDS.storefront, home, env);
      await ensureBuilt(BUILDS.admin, home, env);
    })(),
  ]);
}

if (process.argv[1]?.endsWith("build-all.ts")) {
  await buildAll().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : messageOf(error));
    process.exitCode = 1;
  });
}
