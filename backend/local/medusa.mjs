/**
 * Medusa's commands on the built backend, without the ts-node that its command line always loads:
 * it costs 100 MB and two seconds.
 *
 * Usage: node medusa.mjs start <port> | migrate | scripts | exec <file>, in backend/.medusa/server
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const directory = process.cwd();
const [name, argument] = process.argv.slice(2);

const commands = {
  start: ["start", { directory, port: Number(argument) }],
  migrate: [
    "db/migrate",
    { directory, skipScripts: true, executeSafeLinks: true, executeSafeSearch: true },
  ],
  scripts: ["db/run-scripts", { directory }],
  exec: ["exec", { file: argument, args: process.argv.slice(4) }],
};

// NOTE: a server that is told "development" compiles its dashboard on the fly, from sources that the build leaves
// out: the operator's own pages would be missing. Unset, it serves what was built, and nothing else changes.
if (name !== "start") process.env.NODE_ENV ||= "development";
const [command, options] = commands[name] ?? [];
if (!command) throw new Error(`unknown command ${name}`);
await require(`@medusajs/medusa/commands/${command}`).default(options);
