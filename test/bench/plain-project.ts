/**
 * An unmodified Medusa beside ours: a folder with a configuration of stock modules only, which
 * finds the packages of this repository. Its dashboard is off: it has no part in what is measured.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const VERSION = "2.21.2";

const CONFIG = `const { defineConfig } = require("@medusajs/framework/utils");

const indexed = process.env.BENCH_INDEXED === "1";

module.exports = defineConfig({
  featureFlags: indexed ? { index_engine: true } : {},
  modules: indexed ? [{ resolve: "@medusajs/medusa/index-module" }] : [],
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost",
      adminCors: "http://localhost",
      authCors: "http://localhost",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
});
`;

/** Makes the operator of the plain shop; everything else goes over its admin interface. */
const OPERATOR = `const { createUserAccountWorkflow } = require("@medusajs/medusa/core-flows");

module.exports.default = async function ({ container, args: [email, password] }) {
  const auth = container.resolve("auth");
  const { success, authIdentity, error } = await auth.register("emailpass", { body: { email, password } });
  if (!success) throw new Error(error);
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData: { email } },
  });
};
`;

/** Writes the project anew. */
export function writePlainProject(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, "src"), { recursive: true });
  // CommonJS, as Medusa's projects are; its tools look for Medusa among the dependencies.
  const about = { name: "plain", private: true, dependencies: { "@medusajs/medusa": VERSION } };
  writeFileSync(join(dir, "package.json"), JSON.stringify(about));
  writeFileSync(join(dir, "medusa-config.js"), CONFIG);
  writeFileSync(join(dir, "operator.js"), OPERATOR);
}
