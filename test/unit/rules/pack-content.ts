/** A rule pack for tests; `over` replaces whole lists. */
export function packContent(over: Record<string, unknown> = {}): unknown {
  return {
    household_types: [
      { code: "general_poor", label: "一般贫困户", able_to_work: true },
      { code: "five_guarantee", label: "五保户", able_to_work: false },
    ],
    statuses: [
      { code: "lifted_out", label: "脱贫户" },
      { code: "monitored", label: "监测对象" },
    ],
    causes: [{ code: "illness", label: "因病" }],
    tiers: [{ code: "national", label: "国定" }],
    monitoring_lines: [
      { year: 2026, line_fen: 820_000 },
      { year: 2021, line_fen: 600_000 },
    ],
    return_window_days: { fresh: 3, other: 7 },
    notice_days: { identification: 5, money: 10 },
    linkages: [
      { code: "purchase", label: "收购", category: "business", countable: true },
      { code: "bonus", label: "奖补", category: "transfer", countable: false },
    ],
    ...over,
  };
}
