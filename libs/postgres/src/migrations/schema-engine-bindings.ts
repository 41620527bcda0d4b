import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** The part of WebAssembly used here; Node's types leave it to those of the browser. */
interface WebAssemblyApi {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

let loaded: Promise<Bindings> | undefined;

/** One instance for the process: a second one would pull the memory from under the first. */
export function loadSchemaEngineBindings(): Promise<Bindings> {
  loaded ??= instantiate();
  return loaded;
}

// Done by hand because importing a .wasm file works from Node 24 on only.
async function instantiate(): Promise<Bindings> {
  // Where the engine leaves its last words before a panic; without it they would be lost.
  const PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message: string): never {
      throw new Error(`Prisma's schema engine panicked: ${message}`);
    },
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY });
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, "schema_engine_bg.wasm"));
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": withIdleTimers(bindings) });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/** The engine leaves the ten seconds running that it would wait for a lock: they must not keep a tool from ending. */
function withIdleTimers(bindings: Bindings): Record<string, unknown> {
  const imports: Record<string, unknown> = { ...bindings };
  const name = Object.keys(imports).find((each) => each.startsWith("__wbg_setTimeout_"));
  if (name === undefined) return imports;
  const setTimer = imports[name] as (callback: () => void, milliseconds: number) => NodeJS.Timeout;
  imports[name] = (callback: () => void, milliseconds: number) => setTimer(callback, milliseconds).unref();
  return imports;
}
