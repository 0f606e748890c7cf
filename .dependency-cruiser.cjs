/**
 * The walls between the rooms: who may import whom. The table is in README.md under "Rooms".
 * A rule here says what a room may reach; everything else in the house is forbidden to it.
 */
const HOUSE = "^(backend/src|storefront|admin|test)/";

/** One room and the only rooms of the house that it may import. */
function room(name, from, mayReach, comment) {
  return {
    name,
    severity: "error",
    comment,
    from: { path: from },
    to: { path: HOUSE, pathNot: mayReach },
  };
}

const CONTRACT = "^backend/src/contract/";
const PAPERS = "^backend/src/papers/";
const TOOLS = "^backend/src/(refuse|log|env|failpoints)\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "contract-imports-zod-only",
      severity: "error",
      comment: "The shared room is read by browsers: zod and itself, nothing else.",
      from: { path: CONTRACT },
      to: { pathNot: ["^backend/src/contract/", "node_modules/zod/"] },
    },
    {
      name: "module-stands-alone",
      severity: "error",
      comment: "A module knows itself and the contract, never another module: links join them.",
      from: { path: "^backend/src/modules/([^/]+)/" },
      to: { path: HOUSE, pathNot: ["^backend/src/modules/$1/", CONTRACT, TOOLS] },
    },
    room(
      "links-join-modules",
      "^backend/src/links/",
      ["^backend/src/modules/[^/]+/index\\.ts$", "^backend/src/links/"],
      "A link names two modules by their index.",
    ),
    room(
      "workflows-write",
      "^backend/src/workflows/",
      [
        "^backend/src/(workflows|queries)/",
        "^backend/src/modules/[^/]+/index\\.ts$",
        "^backend/src/links/",
        CONTRACT,
        TOOLS,
      ],
      "A workflow calls modules by their index, and reads through queries.",
    ),
    room(
      "queries-read",
      "^backend/src/queries/",
      [
        "^backend/src/queries/",
        "^backend/src/modules/[^/]+/index\\.ts$",
        "^backend/src/links/",
        PAPERS,
        CONTRACT,
        TOOLS,
      ],
      "A query reads over several modules and changes nothing.",
    ),
    room(
      "papers-know-no-ledger",
      PAPERS,
      [PAPERS, CONTRACT],
      "Paper and spreadsheets lay out what they are given: tables, not accounts.",
    ),
    room(
      "search-defines-indexes",
      "^backend/src/search/",
      ["^backend/src/(search|queries)/", "^backend/src/modules/[^/]+/index\\.ts$", CONTRACT, TOOLS],
      "A definition says what an index holds; its documents come from queries.",
    ),
    room(
      "api-speaks-http",
      "^backend/src/api/",
      ["^backend/src/(api|workflows|queries)/", CONTRACT, TOOLS],
      "HTTP parses, calls one workflow or query, and replies: never a module.",
    ),
    room(
      "events-call-workflows",
      "^backend/src/(subscribers|jobs)/",
      ["^backend/src/(workflows|subscribers|jobs)/", CONTRACT, TOOLS],
      "One event or schedule, one workflow.",
    ),
    {
      name: "nobody-imports-the-edges",
      severity: "error",
      comment:
        "Routes, subscribers, jobs and scripts are ends: nothing in the backend builds on them.",
      from: { path: "^backend/src/", pathNot: "^backend/src/(api|subscribers|jobs|scripts)/" },
      to: { path: "^backend/src/(api|subscribers|jobs|scripts)/" },
    },
    {
      name: "fronts-know-the-contract-only",
      severity: "error",
      comment: "The fronts see the backend through its contract.",
      from: { path: "^(storefront|admin)/" },
      to: { path: "^backend/", pathNot: CONTRACT },
    },
    {
      name: "fronts-are-two-houses",
      severity: "error",
      from: { path: "^(storefront|admin)/" },
      to: { path: "^(storefront|admin)/", pathNot: "^$1/" },
    },
    {
      name: "feature-never-imports-a-feature",
      severity: "error",
      from: { path: "^(storefront|admin)/src/features/([^/]+)/" },
      to: { path: "^$1/src/features/", pathNot: "^$1/src/features/$2/" },
    },
    {
      name: "features-do-not-look-up",
      severity: "error",
      comment: "routes → features → ui, lib, i18n: never the other way.",
      from: { path: "^(storefront|admin)/src/features/" },
      to: { path: "^(storefront|admin)/src/(routes/|routes\\.ts|root\\.tsx)" },
    },
    {
      name: "ui-and-lib-do-not-look-up",
      severity: "error",
      from: { path: "^(storefront|admin)/src/(ui|lib|i18n)/" },
      to: { path: "^(storefront|admin)/src/(routes|features)/" },
    },
    {
      name: "no-test-code-in-the-house",
      severity: "error",
      from: { path: "^(backend|storefront|admin)/" },
      to: { path: "^test/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(\\./)?\\+types|\\+types/|^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(\\.medusa|\\.react-router|/build/|/dist/)" },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js", ".json"],
    },
  },
};
