import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  ssr: true,
  // The shop has few routes: one small manifest is cheaper than asking for each.
  routeDiscovery: { mode: "initial" },
  future: { v8_middleware: true, v8_splitRouteModules: true },
} satisfies Config;
