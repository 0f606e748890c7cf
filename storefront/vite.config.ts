import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  server: { port: Number(process.env.STOREFRONT_PORT ?? 8000), strictPort: true },
  build: { target: "es2022", assetsInlineLimit: 0 },
  // One server file without a walk through node_modules: a quick start and less memory.
  ssr: { noExternal: true },
});
