/** Global set-up of the vitest projects that need a database. */
import { prepareDatabases } from "./postgres";

/** Prepares server and template; stops the server again when it was started here. */
export async function setup(): Promise<() => Promise<void>> {
  return prepareDatabases();
}
