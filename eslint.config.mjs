/**
 * Style that a tool can hold. What it cannot hold is in README.md under "House style".
 *
 * Types are checked with the tsconfig of the workspace that a file lives in.
 */
import medusa from "@medusajs/eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const code = ["**/*.ts", "**/*.tsx"];

/** Files that are tables of words or goods rather than logic: they may be as long as the table. */
const data = [
  "backend/src/scripts/demo/data/**",
  "backend/src/**/migrations/**",
  "backend/src/migration-scripts/**",
  "**/i18n/**",
];

const tests = ["test/**"];

// NOTE: the preset carries a list of ignored files that holds for the whole house, tests among them.
const medusaStrict = medusa.configs.strict.filter((part) =>
  Object.keys(part).some((key) => !["ignores", "name"].includes(key)),
);

const house = {
  "max-lines": ["error", { max: 200, skipBlankLines: false, skipComments: false }],
  "max-lines-per-function": ["error", { max: 60, IIFEs: true }],
  "no-console": "error",
  "no-warning-comments": ["error", { terms: ["fixme", "xxx", "hack"], location: "start" }],
  eqeqeq: "error",
  "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
  "@typescript-eslint/no-non-null-assertion": "error",
  "@typescript-eslint/switch-exhaustiveness-check": [
    "error",
    { considerDefaultExhaustiveForUnions: true },
  ],
  "@typescript-eslint/restrict-template-expressions": [
    "error",
    { allowNumber: true, allowBoolean: true },
  ],
  "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "@typescript-eslint/no-unnecessary-condition": [
    "error",
    { allowConstantLoopConditions: "only-allowed-literals" },
  ],
  "@typescript-eslint/no-unused-vars": [
    "error",
    { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
  ],
};

export default defineConfig([
  globalIgnores([
    "**/node_modules/**",
    "**/.medusa/**",
    "**/.react-router/**",
    "**/.yigou/**",
    "**/.turbo/**",
    "**/dist/**",
    "**/build/**",
    "**/test-results/**",
    "**/playwright-report/**",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  {
    files: code,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: house,
  },
  {
    files: ["backend/src/**/*.ts"],
    extends: [medusaStrict],
    languageOptions: { parserOptions: { project: null, projectService: true } },
  },
  {
    files: ["backend/src/**/*.ts"],
    rules: {
      // A step or a service method is async by contract, whether or not it waits for something.
      "@typescript-eslint/require-await": "off",
      // The contract is read by the fronts too, which have no framework: one zod for all.
      "@medusajs/zod-import-source": "off",
      // Expected refusals go through refuse(); what is left are assertions about impossible states.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
  {
    // Medusa publishes its Stripe provider as a finished list of services: to narrow it one has to reach inside.
    files: ["backend/src/modules/payment-stripe/card-keeper.ts"],
    rules: { "@medusajs/import-from-framework-not-internal": "off" },
  },
  {
    files: ["storefront/**/*.tsx", "admin/**/*.tsx"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // Components may be a little longer than rules: their markup counts as lines.
      "max-lines-per-function": ["error", { max: 90 }],
    },
  },
  {
    // React Router's way out of a loader is to throw the answer.
    files: ["storefront/src/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: ["Response", "DataWithResponseInit"] },
      ],
    },
  },
  { files: data, rules: { "max-lines": "off", "max-lines-per-function": "off" } },
  {
    // A describe block is a chapter, not a function.
    files: tests,
    rules: { "max-lines-per-function": "off" },
  },
  {
    // Programs of the command line talk to a person.
    files: ["backend/local/**", "backend/src/scripts/**", "test/**", "**/server.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js", "**/*.cjs"],
    extends: [tseslint.configs.recommended],
    rules: { "max-lines": house["max-lines"] },
  },
]);
