/** Reads what the runners wrote down, so that their counts can be added up. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** What one runner did. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Each skipped test with its reason. */
  reasons: string[];
}

const NOTHING: Count = { passed: 0, failed: 0, skipped: 0, reasons: [] };

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Counts of vitest's JSON report. A file that could not be loaded counts as one failure. */
export function readVitest(file: string): Count {
  const count = { ...NOTHING, reasons: new Array<string>() };
  if (!existsSync(file)) return { ...count, failed: 1 };
  for (const suite of vitestReport.parse(JSON.parse(readFileSync(file, "utf8"))).testResults) {
    if (suite.status === "failed" && suite.assertionResults.length === 0) count.failed += 1;
    for (const { fullName, status } of suite.assertionResults) {
      if (status === "passed") count.passed += 1;
      else if (status === "failed") count.failed += 1;
      else {
        count.skipped += 1;
        count.reasons.push(`${fullName} (${status})`);
      }
    }
  }
  return count;
}

const annotation = z.object({ type: z.string(), description: z.string().optional() });
const playwrightTest = z.object({
  projectName: z.string(),
  status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
  annotations: z.array(annotation).default([]),
});
const playwrightSuite = z.object({
  specs: z.array(z.object({ title: z.string(), tests: z.array(playwrightTest) })).default([]),
  /** Suites within: read one by one, they have this same shape. */
  suites: z.array(z.unknown()).default([]),
});
const playwrightReport = z.object({
  suites: z.array(z.unknown()).default([]),
  errors: z.array(z.unknown()).default([]),
});

/** Counts of Playwright's JSON report. A story that passed only when repeated is a failure. */
export function readPlaywright(file: string): Count {
  const count = { ...NOTHING, reasons: new Array<string>() };
  if (!existsSync(file)) return { ...count, failed: 1 };
  const report = playwrightReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const walk = (given: unknown): void => {
    const suite = playwrightSuite.parse(given);
    for (const spec of suite.specs) {
      for (const test of spec.tests) {
        if (test.status === "expected") count.passed += 1;
        else if (test.status === "skipped") {
          count.skipped += 1;
          const why = test.annotations.map((note) => note.description ?? note.type).join(", ");
          count.reasons.push(`${spec.title} [${test.projectName}]: ${why || "no reason given"}`);
        } else count.failed += 1;
      }
    }
    suite.suites.forEach(walk);
  };
  report.suites.forEach(walk);
  return report.errors.length > 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
