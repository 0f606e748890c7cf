import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter()],
  server: { port: Number(process.env.STOREFRONT_PORT ?? 8000), strictPort: true },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Small shared chunks are joined: fewer requests for the first page.
    rollupOptions: { output: { experimentalMinChunkSize: 12_000 } },
  },
  // Scripts of still pages (`src/browser`, imported as `?worker&url`) are modules of their own.
  worker: { format: "es" },
  // Built into one server file: a quick start without a walk through node_modules, and less memory.
  ssr: command === "build" ? { noExternal: true } : {},
}));
