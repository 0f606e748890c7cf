/** Global set-up of the browser stories: database, the three servers, and where they are. */
import { prepareDatabases } from "./postgres";
import { openTrio } from "./trio";

/** Starts everything; what it returns stops everything. */
export default async function setUp(): Promise<() => Promise<void>> {
  const stopServer = await prepareDatabases();
  const trio = await openTrio();
  process.env["YIGOU_STORY"] = JSON.stringify({
    urls: trio.urls,
    database_url: trio.database.url,
    superuser_url: trio.database.superuserUrl,
  });
  return async () => {
    await trio.close();
    await stopServer();
  };
}
