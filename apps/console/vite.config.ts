import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const service = "http://127.0.0.1:4870";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/console/",
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("../../dist/apps/console", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // The chart library comes in a part of its own, loaded with the first chart.
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 4871,
    proxy: { "/api": service, "/socket.io": { target: service, ws: true } },
  },
});
