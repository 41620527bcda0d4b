import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@abwab/postgres";
import { type Product, startProduct } from "../../../tools/start/start-product.ts";
import { ADMINISTRATOR } from "../../support/test-api.ts";

/** The product as `npm start` runs it, its processes supervised, on a real embedded database that waits for the disk. */
export class SupervisedProduct implements AsyncDisposable {
  readonly product: Product;
  readonly #said: string[];
  readonly #killed = new Set<number>();
  readonly #remove: () => void;

  private constructor(product: Product, said: string[], remove: () => void) {
    this.product = product;
    this.#said = said;
    this.#remove = remove;
  }

  /** @param directory a directory of the caller's own; a new one that is removed in the end when left out */
  static async start(directory?: string): Promise<SupervisedProduct> {
    const place = directory ?? newDirectory();
    const remove = (): void => {
      if (directory === undefined) rmSync(place, { recursive: true, force: true });
    };
    const said: string[] = [];
    try {
      const product = await startProduct({
        say: (line) => void said.push(`${new Date().toISOString()} ${line}`),
        directory: place,
        databaseUrl: "",
        port: await freePort(),
        host: "127.0.0.1",
        sample: false,
        build: false,
        environment: {
          ABWAB_LOG_LEVEL: "error",
          ABWAB_ADMIN_EMAIL: ADMINISTRATOR.email,
          ABWAB_ADMIN_PASSWORD: ADMINISTRATOR.password,
        },
      });
      return new SupervisedProduct(product, said, remove);
    } catch (error) {
      remove();
      throw error;
    }
  }

  killService(): void {
    this.#kill(this.product.servicePid());
  }

  killDatabase(): void {
    this.#kill(this.#databasePid());
  }

  /** Resolves when nothing of what was killed is in its place any more and it records, with how long that took, in ms. */
  async serves(within: number): Promise<number> {
    const begun = Date.now();
    while (!this.#isWhole() || !(await isReady(this.product.url))) {
      if (Date.now() - begun > within) {
        throw new Error(`It does not serve again within ${within} ms:\n${this.#said.join("\n")}`);
      }
      await delay(20);
    }
    return Date.now() - begun;
  }

  /** Connections of a killed database answer for a moment still: it is back when another one has taken its place. */
  #isWhole(): boolean {
    return [this.product.servicePid(), this.#databasePid()].every((pid) => pid !== undefined && !this.#killed.has(pid));
  }

  #databasePid(): number | undefined {
    const file = path.join(this.product.directory, "postgres", "postmaster.pid");
    return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
  }

  #kill(pid: number | undefined): void {
    if (pid === undefined) return;
    this.#killed.add(pid);
    kill(pid);
  }

  /** What its supervisor has said. */
  get said(): readonly string[] {
    return this.#said;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.product.stop();
    this.#remove();
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It fell together with what was killed before.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    // Nothing listens, or it does not answer: not ready.
    () => false,
  );
}

function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-faults-"));
  // PostgreSQL runs as another account where the tests run as root.
  chmodSync(directory, 0o755);
  return directory;
}
