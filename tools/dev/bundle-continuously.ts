import path from "node:path";
import { type RolldownOptions, watch } from "rolldown";
import { workspaceRoot } from "../start/workspace.ts";

/** Bundles the service on every change; calls `onBundled` after each bundle but the first, which is there already. */
export async function bundleContinuously(onBundled: () => void): Promise<{ close(): Promise<void> }> {
  const file = path.join(workspaceRoot, "apps", "api", "rolldown.config.mjs");
  const { default: options } = (await import(file)) as { default: RolldownOptions };
  const watcher = watch(options);
  let isFirst = true;
  watcher.on("event", (event) => {
    if (event.code === "ERROR") process.stderr.write(`abwab: ${event.error.message}\n`);
    if (event.code !== "BUNDLE_END") return;
    if (!isFirst) onBundled();
    isFirst = false;
  });
  return { close: () => watcher.close() };
}
