import { defineConfig } from "vitest/config";

/** Node 20 starts a backend in four seconds and a first answer may take as long again. */
const WAIT_MS = 120_000;

const common = {
  globals: true,
  pool: "forks" as const,
  execArgv: ["--import", "tsx"],
  testTimeout: WAIT_MS,
  hookTimeout: WAIT_MS,
};

const database = { ...common, globalSetup: ["support/vitest-database.ts"] };

export default defineConfig({
  // Published packages that name source maps without shipping them are not news.
  logLevel: "error",
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: "unit", include: ["unit/**/*.test.ts"], testTimeout: 20_000 } },
      {
        test: {
          ...database,
          name: "module",
          include: ["module/**/*.test.ts"],
          setupFiles: ["support/vitest-module.ts"],
        },
      },
      { test: { ...database, name: "http", include: ["http/**/*.test.ts"] } },
      {
        test: {
          ...database,
          name: "fault",
          include: ["fault/**/*.test.ts"],
          testTimeout: 15 * 60_000,
        },
      },
    ],
  },
});
