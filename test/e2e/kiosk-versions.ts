import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { address } from "./console-session.ts";

const configFile = path.resolve(import.meta.dirname, "../../apps/kiosk/vite.config.ts");
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A build of the kiosk under a version of its own, in a directory of its own. */
async function buildKiosk(version: string): Promise<string> {
  const outDir = mkdtempSync(path.join(tmpdir(), "abwab-kiosk-"));
  const define = { __APP_VERSION__: JSON.stringify(version) };
  await build({ configFile, logLevel: "error", define, build: { outDir, emptyOutDir: true } });
  return outDir;
}

/** Serves one build of the kiosk or another under one address; all else comes from the service. */
export async function serveVersions(versions: readonly string[]) {
  const builds: Record<string, string> = {};
  for (const version of versions) builds[version] = await buildKiosk(version);
  let current = versions[0] ?? "";

  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://kiosk.test");
    if (pathname.startsWith("/kiosk/")) {
      const file = path.join(builds[current] ?? "", pathname.slice("/kiosk/".length));
      const found = existsSync(file) && statSync(file).isFile() ? file : path.join(builds[current] ?? "", "index.html");
      const type = types[path.extname(found)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
      createReadStream(found).pipe(response);
      return;
    }
    const forwarded = http.request(
      address(request.url ?? "/"),
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/kiosk/`,
    offer: (version: string) => {
      current = version;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
      for (const directory of Object.values(builds)) rmSync(directory, { recursive: true, force: true });
    },
  };
}
