import { spawn } from "node:child_process";
import path from "node:path";
import { startProduct } from "../start/start-product.ts";
import { runUntilStopped } from "../start/run-until-stopped.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { bundleContinuously } from "./bundle-continuously.ts";

// npm run dev: the product, built anew on every change. The service is started again about a second after an edit; the
// front ends' development servers forward the API to it and replace what changed in the page.

const fronts = ["console", "kiosk"] as const;

await runUntilStopped(async (signal) => {
  const say = (line: string): void => void process.stderr.write(`abwab: ${line}\n`);
  const product = await startProduct({ signal, say });
  const bundler = await bundleContinuously(() => {
    const pid = product.servicePid();
    if (pid !== undefined) process.kill(pid, "SIGTERM");
  });
  const servers = fronts.map((app) =>
    spawn(
      process.execPath,
      [path.join("node_modules", "vite", "bin", "vite.js"), "--config", `apps/${app}/vite.config.ts`],
      {
        cwd: workspaceRoot,
        stdio: "inherit",
      },
    ),
  );
  say(`service ${product.url}; Vite prints the addresses of the console and the kiosk`);
  return {
    failed: product.failed,
    stop: async () => {
      for (const server of servers) server.kill("SIGTERM");
      await bundler.close();
      await product.stop();
    },
  };
});
