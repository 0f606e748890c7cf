/** The names of what facets count. They change seldom: each process remembers them for a while. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** Of what a key is a key. */
export type Labelled = "category" | "division" | "cooperative";

const NAMES: Record<Labelled, string> = {
  category:
    "select handle as key, name as label from product_category where handle = any(?) and deleted_at is null",
  division: "select code as key, name as label from division where code = any(?)",
  cooperative: "select id as key, name as label from cooperative where id = any(?)",
};

const FRESH_MS = 30_000;
const MOST = 20_000;
const known = new Map<string, { label: string; until: number }>();

interface Named {
  key: string;
  label: string;
}

/**
 * Puts names to counted keys; a key that has none keeps itself.
 *
 * @param counted in the order of the facet
 */
export async function labelsOf(
  scope: MedusaContainer,
  kind: Labelled,
  counted: readonly { value: string; count: number }[],
): Promise<{ key: string; label: string; count: number }[]> {
  const now = Date.now();
  const missing = counted.filter(({ value }) => (known.get(`${kind}:${value}`)?.until ?? 0) <= now);
  if (missing.length > 0)
    await learn(
      scope,
      kind,
      missing.map(({ value }) => value),
      now,
    );
  return counted.map(({ value, count }) => ({
    key: value,
    label: known.get(`${kind}:${value}`)?.label ?? value,
    count,
  }));
}

async function learn(scope: MedusaContainer, kind: Labelled, keys: string[], now: number) {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const asked = kind === "division" ? keys.map(codeOf) : keys;
  const { rows } = await pg.raw<{ rows: Named[] }>(NAMES[kind], [asked]);
  const labels = new Map(rows.map((row) => [row.key, row.label]));
  if (known.size > MOST) known.clear();
  for (const [at, key] of keys.entries()) {
    const label =
      labels.get(asked[at] ?? key) ?? (kind === "category" && key === "other" ? "其他" : key);
    known.set(`${kind}:${key}`, { label, until: now + FRESH_MS });
  }
}

function codeOf(prefix: string): string {
  return prefix.padEnd(12, "0");
}
