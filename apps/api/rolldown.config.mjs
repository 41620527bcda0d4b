import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "rolldown";

/** Packages stay in node_modules; the workspace's own libraries are part of the bundle. */
function isPackage(id) {
  const isOwn = id.startsWith(".") || id.startsWith("/") || id.startsWith("@abwab/") || /^[A-Za-z]:/.test(id);
  // "\0…" and "@oxc-project/…" are the bundler's own helper modules.
  return !isOwn && !id.startsWith("\0") && !id.startsWith("@oxc-project/");
}

const TEMPLATES = "apps/api/src/documents/templates";

/** What documents are set from is read at run time, from beside the bundle as from beside the source. */
const copyTemplates = {
  name: "copy-templates",
  generateBundle() {
    for (const name of readdirSync(TEMPLATES)) {
      const source = readFileSync(path.join(TEMPLATES, name));
      this.emitFile({ type: "asset", fileName: `templates/${name}`, source });
    }
  },
};

export default defineConfig({
  // Documents are set, lists are read, exports are written and ledgers are digested in processes of their own.
  input: {
    main: "apps/api/src/main.ts",
    "document-process": "apps/api/src/documents/document-process.ts",
    "list-process": "apps/api/src/imports/reading/list-process.ts",
    "export-process": "apps/api/src/exports/writing/export-process.ts",
    "digest-process": "apps/api/src/examinations/digest-process.ts",
  },
  plugins: [copyTemplates],
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
