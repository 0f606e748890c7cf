/**
 * Loaded before a server by a bench that weighs it: on SIGUSR2 it collects what nobody holds any more and writes
 * what is left, in MB, to `$YIGOU_WEIGH/PID.json`. Never part of production's way of starting.
 */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import v8 from "node:v8";
import vm from "node:vm";

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");
const MB = 1024 * 1024;
let weighed = 0;

process.on("SIGUSR2", () => {
  // Finalisers of the first round let go of what the second one takes.
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  weighed += 1;
  const file = join(process.env.YIGOU_WEIGH ?? "", `${process.pid}.json`);
  const told = { weighed, heap_mb: (heapUsed + external) / MB, resident_mb: rss / MB };
  writeFileSync(`${file}.new`, JSON.stringify(told));
  renameSync(`${file}.new`, file);
});
