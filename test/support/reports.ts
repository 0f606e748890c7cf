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
  /** Each failed test with what it said, shortened. */
  failures: string[];
}

/** Longest piece of a failure's message that is told again at the end, in characters. */
const TOLD_LENGTH = 1500;

/** A count of nothing yet. */
export function nothing(): Count {
  return { passed: 0, failed: 0, skipped: 0, reasons: [], failures: [] };
}

/** A count of one failure that no test is named for. */
function unnamed(why: string): Count {
  return { ...nothing(), failed: 1, failures: [why] };
}

/** What a failure said, without colours and not longer than is read. */
function told(messages: readonly string[]): string {
  return messages
    .join("\n")
    .replaceAll(/\u001b\[[\d;]*m/g, "")
    .slice(0, TOLD_LENGTH);
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string().default("a file"),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Counts of vitest's JSON report. A file that could not be loaded counts as one failure. */
export function readVitest(file: string): Count {
  if (!existsSync(file)) return unnamed("the runner wrote no report");
  const count = nothing();
  for (const suite of vitestReport.parse(JSON.parse(readFileSync(file, "utf8"))).testResults) {
    if (suite.status === "failed" && suite.assertionResults.length === 0) {
      count.failed += 1;
      count.failures.push(`${suite.name}: ${told([suite.message])}`);
    }
    for (const { fullName, status, failureMessages } of suite.assertionResults) {
      if (status === "passed") count.passed += 1;
      else if (status === "failed") {
        count.failed += 1;
        count.failures.push(`${suite.name} ${fullName}: ${told(failureMessages ?? [])}`);
      } else {
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
  results: z
    .array(z.object({ errors: z.array(z.object({ message: z.string().optional() })).default([]) }))
    .default([]),
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
  if (!existsSync(file)) return unnamed("the runner wrote no report");
  const count = nothing();
  const report = playwrightReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const walk = (given: unknown): void => {
    const suite = playwrightSuite.parse(given);
    for (const { title, tests } of suite.specs) for (const test of tests) add(count, title, test);
    suite.suites.forEach(walk);
  };
  report.suites.forEach(walk);
  if (report.errors.length === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, failures: [told(report.errors.map((e) => JSON.stringify(e)))] };
}

function add(count: Count, title: string, test: z.infer<typeof playwrightTest>): void {
  const name = `${title} [${test.projectName}]`;
  if (test.status === "expected") count.passed += 1;
  else if (test.status === "skipped") {
    count.skipped += 1;
    const why = test.annotations.map((note) => note.description ?? note.type).join(", ");
    count.reasons.push(`${name}: ${why || "no reason given"}`);
  } else {
    count.failed += 1;
    const errors = test.results.flatMap((result) => result.errors);
    count.failures.push(`${name}: ${told(errors.map(({ message }) => message ?? ""))}`);
  }
}
