import { defineConfig } from "rolldown";

/** Packages stay in node_modules; the workspace's own libraries are part of the bundle. */
function isPackage(id) {
  const isOwn = id.startsWith(".") || id.startsWith("/") || id.startsWith("@abwab/") || /^[A-Za-z]:/.test(id);
  // "\0…" and "@oxc-project/…" are the bundler's own helper modules.
  return !isOwn && !id.startsWith("\0") && !id.startsWith("@oxc-project/");
}

export default defineConfig({
  input: "apps/api/src/main.ts",
  platform: "node",
  external: isPackage,
  tsconfig: "apps/api/tsconfig.json",
  // Legacy decorators with metadata, as the tsconfig says.
  transform: { target: "es2024" },
  output: {
    dir: "dist/apps/api",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    format: "esm",
    sourcemap: true,
    cleanDir: true,
  },
});
