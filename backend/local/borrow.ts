/** The database for a command beside `npm start`: the running one, or one started for the while. */
import { homeAt, openHome, type Home } from "./home";
import { lockHolder, takeLock } from "./lock";
import { readSecrets, type Secrets } from "./secrets";
import { openDatabase } from "./server";
import { readSettings, type Settings } from "./settings";
import { readState } from "./state";
import { messageOf, Trouble } from "./trouble";

/** What a command works with. */
export interface Borrowed {
  home: Home;
  settings: Settings;
  secrets: Secrets;
  databaseUrl: string;
}

/**
 * Runs a command against the database, ending the process with 1 and one line when it fails.
 *
 * @param name the command, for the lock
 * @param work the command itself; its return value is the exit code
 */
export async function borrowDatabase(
  name: string,
  work: (borrowed: Borrowed) => Promise<number>,
): Promise<void> {
  const closers: (() => Promise<void> | void)[] = [];
  try {
    const settings = readSettings(process.env, process.argv.slice(2));
    const home = homeAt();
    openHome(home);
    const secrets = readSecrets(home.secrets, process.env, settings.production);
    const state = readState(home);
    const given = settings.DATABASE_URL;
    if (given === undefined && state === undefined) {
      throw new Trouble("There is no database yet: run npm start first, or set DATABASE_URL.");
    }
    if (given === undefined && state && lockHolder(home)) {
      process.exitCode = await work({ home, settings, secrets, databaseUrl: state.database_url });
      return;
    }
    if (given === undefined) closers.push((await takeLock(home, name)).release);
    const database = await openDatabase(home, secrets, settings);
    closers.push(database.stop);
    process.exitCode = await work({ home, settings, secrets, databaseUrl: database.url });
  } catch (error) {
    console.error(`${name}: ${messageOf(error)}`);
    process.exitCode = 1;
  } finally {
    for (const undo of closers.reverse()) await undo();
  }
}
