/** The table that no route can escape: what the contract lists is built, what is built is listed. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { routes } from "@yigou/backend/contract";

import { ROOT } from "../../../backend/local/home";
import { whoMay } from "../../lists/who-may";

const API = join(ROOT, "backend/src/api");

/** Routes outside the contract, each with a shape and tests of its own. */
const inPlaceOfStock = [
  "GET /files/:key",
  "POST /hooks/payment/:provider",
  "POST /store/carts/:id/complete",
] as const;

function routeFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const full = join(dir, entry.name);
    if (entry.isDirectory()) return routeFiles(full);
    return entry.name === "route.ts" ? [full] : [];
  });
}

const METHOD =
  /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)\b/g;

interface Built {
  key: string;
  /** The key that the file opens its door with. */
  door: string | undefined;
}

function builtIn(file: string): Built[] {
  const path = relative(API, join(file, "..")).replaceAll(/\[(\w+)\]/g, ":$1");
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(METHOD)].map(([, method = ""]) => {
    const key = `${method} /${path}`;
    const opens = new RegExp(`export const ${method} = door\\(`).test(source);
    return { key, door: opens && source.includes(`"${key}"`) ? key : undefined };
  });
}

const built = routeFiles(API).flatMap(builtIn);
const listed = Object.keys(routes);
const stock: readonly string[] = inPlaceOfStock;

describe("the table of routes", () => {
  it("lists every route that is built", () => {
    const strangers = built.map(({ key }) => key).filter((key) => !listed.includes(key));
    expect(strangers.toSorted()).toEqual(stock.toSorted());
  });

  it("has a route for everything that it lists", () => {
    const keys = built.map(({ key }) => key);
    expect(listed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("lets nobody in but through the door of the contract", () => {
    const open = built.filter(({ key, door }) => door !== key && !stock.includes(key));
    expect(open.map(({ key }) => key)).toEqual([]);
  });

  it("says of every route who may call it", () => {
    expect(Object.keys(whoMay).toSorted()).toEqual(listed.toSorted());
  });
});
