import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { UserConfig } from "vite";

const backend = process.env.BACKEND_URL ?? "http://localhost:9000";
const port = Number(process.env.ADMIN_PORT ?? 7000);

const settings: UserConfig = {
  plugins: [react()],
  server: {
    port,
    strictPort: true,
    proxy: {
      "/api": {
        target: backend,
        xfwd: true,
        rewrite: (path) => path.replace(/^\/api/, ""),
      },
      "/static": { target: backend, xfwd: true },
    },
  },
  build: {
    target: "es2022",
    sourcemap: false,
    // NOTE: echarts is one lazy chunk by design; nothing that a first screen waits for is this large.
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      // The contract builds its schemas when it is loaded; a screen that only needs a rule of it
      // (money, split, roles) must not carry zod along.
      treeshake: { manualPureFunctions: ["z"] },
    },
  },
};

export default defineConfig(({ command }) => {
  // A build is a build: a NODE_ENV of the caller must not put React's development half into it.
  if (command === "build") process.env.NODE_ENV = "production";
  return settings;
});
