import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlaywright, readVitest } from "../../support/reports";

const folder = mkdtempSync(join(tmpdir(), "reports-"));

function written(name: string, report: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe("the end of a test run", () => {
  it("names a failed test with what it said, without colours", () => {
    const count = readVitest(
      written("vitest.json", {
        testResults: [
          {
            name: "http/orders.test.ts",
            status: "failed",
            message: "",
            assertionResults: [
              { fullName: "an order is paid", status: "passed", failureMessages: [] },
              {
                fullName: "an order is paid once",
                status: "failed",
                failureMessages: ["\u001b[31mexpected 2 to be 1\u001b[39m"],
              },
              { fullName: "an order waits for Redis", status: "skipped" },
            ],
          },
          { name: "http/broken.test.ts", status: "failed", message: "no such module" },
        ].map((suite) => ({ assertionResults: [], ...suite })),
      }),
    );
    expect(count).toEqual({
      passed: 1,
      failed: 2,
      skipped: 1,
      reasons: ["an order waits for Redis (skipped)"],
      failures: [
        "http/orders.test.ts an order is paid once: expected 2 to be 1",
        "http/broken.test.ts: no such module",
      ],
    });
  });

  it("counts a story that passed only when repeated as failed, and a missing report too", () => {
    const test = (status: string, results: unknown[]) => ({
      projectName: "phone",
      status,
      results,
    });
    const count = readPlaywright(
      written("stories.json", {
        suites: [
          {
            specs: [{ title: "a buyer buys", tests: [test("expected", [])] }],
            suites: [
              {
                specs: [
                  {
                    title: "a buyer waits",
                    tests: [test("flaky", [{ errors: [{ message: "too slow" }] }, { errors: [] }])],
                  },
                ],
              },
            ],
          },
        ],
      }),
    );
    expect(count).toMatchObject({ passed: 1, failed: 1 });
    expect(count.failures).toEqual(["a buyer waits [phone]: too slow"]);
    expect(readPlaywright(join(folder, "none.json"))).toMatchObject({ failed: 1 });
    expect(readVitest(join(folder, "none.json"))).toMatchObject({ failed: 1 });
  });
});
