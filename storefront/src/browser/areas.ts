/**
 * The cascade of province, city and county on a page that React does not wake: the lower levels are fetched as they
 * are needed. Without this script, or when it cannot reach the shop, a button sends the form for the next level.
 */

type Level = "province" | "city" | "county";

interface Area {
  code: string;
  name: string;
}

const lower: Record<Level, Level[]> = {
  province: ["city", "county"],
  city: ["county"],
  county: [],
};
const isLevel = (name: string): name is Level => Object.hasOwn(lower, name);

function isArea(value: unknown): value is Area {
  if (typeof value !== "object" || value === null) return false;
  const { code, name } = Object.assign({ code: null, name: null }, value);
  return typeof code === "string" && typeof name === "string";
}

/** @throws when the shop cannot be reached */
async function choicesOf(province: string, city: string): Promise<Record<Level, Area[]>> {
  const query = new URLSearchParams({ province, city }).toString();
  const response = await fetch(`/areas?${query}`);
  if (!response.ok) throw new Error(`areas answered ${response.status}`);
  const body: unknown = await response.json();
  const { cities, counties } = Object.assign({ cities: [], counties: [] }, body);
  const read = (list: unknown) => (Array.isArray(list) ? list.filter(isArea) : []);
  return { province: [], city: read(cities), county: read(counties) };
}

function wake(frame: HTMLElement): void {
  const selectOf = (level: Level) => frame.querySelector<HTMLSelectElement>(`[name=${level}]`);
  const valueOf = (level: Level) => selectOf(level)?.value ?? "";
  let asked = 0;

  const fill = (level: Level, areas: readonly Area[]) => {
    const select = selectOf(level);
    const [first] = select?.options ?? [];
    select?.replaceChildren(...(first ? [first] : []), ...areas.map(optionOf));
    if (select) select.value = "";
  };

  const choose = async (level: Level): Promise<void> => {
    const turn = ++asked;
    for (const below of lower[level]) fill(below, []);
    try {
      const choices = await choicesOf(valueOf("province"), level === "city" ? valueOf("city") : "");
      // Whoever has chosen again meanwhile is answered by that choice.
      if (turn === asked) for (const below of lower[level]) fill(below, choices[below]);
    } catch {
      frame.querySelector("[data-areas-by-form]")?.removeAttribute("hidden");
    }
  };

  frame.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && isLevel(target.name)) void choose(target.name);
  });
  // A choice made before this script came, or that the browser has kept.
  if (valueOf("province") !== (frame.dataset.province ?? "")) void choose("province");
  else if (valueOf("city") !== (frame.dataset.city ?? "")) void choose("city");
}

function optionOf({ code, name }: Area): HTMLOptionElement {
  return new Option(name, code);
}

for (const frame of document.querySelectorAll<HTMLElement>("[data-areas]")) wake(frame);
