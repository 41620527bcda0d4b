import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { freePort } from "@abwab/postgres";
import { serviceEntry, workspaceRoot } from "../../../tools/start/workspace.ts";
import { ADMINISTRATOR } from "../../support/test-api.ts";

// A killed test run must not leave its servers behind.
const endWithLauncher = pathToFileURL(path.join(workspaceRoot, "tools", "start", "end-with-launcher.mjs")).href;

/** The built service as a process of its own, which can be killed and started again on the same port. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string;
  readonly #environment: Record<string, string>;
  readonly #preload: readonly string[];
  #child: ChildProcess | undefined;
  #lastWords: string[] = [];

  private constructor(port: number, environment: Record<string, string>, preload: readonly string[]) {
    this.#preload = preload;
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      PORT: String(port),
      ABWAB_LOG_LEVEL: "error",
      ABWAB_POOL_SIZE: "5",
      ABWAB_ADMIN_EMAIL: ADMINISTRATOR.email,
      ABWAB_ADMIN_PASSWORD: ADMINISTRATOR.password,
      ...environment,
    };
  }

  /**
   * @param preload a module to be loaded before the service's own code
   * @param settings of the service, beside the usual ones
   */
  static async start(
    databaseUrl: string,
    preload?: string,
    settings: Record<string, string> = {},
  ): Promise<ServerProcess> {
    const first = [endWithLauncher, ...(preload === undefined ? [] : [pathToFileURL(preload).href])];
    const server = new ServerProcess(await freePort(), { DATABASE_URL: databaseUrl, ...settings }, first);
    await server.start();
    return server;
  }

  /** What it printed last: faults that it has logged. */
  get lastWords(): readonly string[] {
    return this.#lastWords;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it listens. */
  async start(): Promise<void> {
    const preload = this.#preload.map((module) => `--import=${module}`);
    const child = spawn(process.execPath, ["--enable-source-maps", ...preload, serviceEntry], {
      cwd: workspaceRoot,
      env: this.#environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    this.#lastWords = [];
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        if (stream === null) continue;
        createInterface({ input: stream }).on("line", (line) => {
          this.#lastWords = [...this.#lastWords, line].slice(-20);
          if (line.startsWith("listening ")) resolve();
        });
      }
      child.once("error", reject);
      child.once("close", () => reject(new Error(`The service ended:\n${this.#lastWords.join("\n")}`)));
    });
  }

  /** Resolves when the process has gone. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
    child.kill(signal);
    const impatience = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(impatience);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end("SIGTERM");
  }
}
