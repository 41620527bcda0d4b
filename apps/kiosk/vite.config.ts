import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import packageJson from "../../package.json" with { type: "json" };

const here = import.meta.dirname;
const background = "#0e3a32";

export default defineConfig({
  root: here,
  base: "/kiosk/",
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    outDir: path.resolve(here, "../../dist/apps/kiosk"),
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 800,
  },
  worker: { format: "es" },
  plugins: [
    react(),
    VitePWA({
      // A shift is never interrupted: the new version waits for the next start, or for a person to ask for it.
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        id: "/kiosk/",
        name: "أبواب · عدّاد الأبواب",
        short_name: "أبواب",
        description: "يحتسب زوار الأبواب المفتوحة، حتى بلا شبكة",
        lang: "ar",
        dir: "rtl",
        start_url: "/kiosk/",
        scope: "/kiosk/",
        display: "standalone",
        orientation: "any",
        background_color: background,
        theme_color: background,
        categories: ["productivity", "utilities"],
        icons: [
          { src: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
          { src: "icons/icon.svg", sizes: "any", type: "image/svg+xml" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,woff2,wasm}"],
        navigateFallback: "/kiosk/index.html",
        // Nothing of the service is ever answered from a cache: an old number must not look like a new one (C4).
        navigateFallbackDenylist: [/^\/api\//, /^\/socket\.io\//],
        // The very first page, too, is served by the worker as soon as there is one: what it loads later is at hand.
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  server: { proxy: { "/api": "http://127.0.0.1:4870", "/socket.io": { target: "http://127.0.0.1:4870", ws: true } } },
});
