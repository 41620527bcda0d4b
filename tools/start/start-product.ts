import { mkdirSync } from "node:fs";
import path from "node:path";
import { isPortFree } from "@abwab/postgres";
import { buildProduct } from "./build-product.ts";
import { FatalError } from "./fatal-error.ts";
import type { FirstAdministrator } from "./service-process.ts";
import { superviseDatabase } from "./supervised-database.ts";
import { superviseService } from "./supervised-service.ts";
import { dataDirectory } from "./workspace.ts";

export interface StartOptions {
  /** Holds the embedded database and the log; default ABWAB_DATA, else `data/`. */
  directory?: string;
  /** Default DATABASE_URL; without one, or with an empty one, the embedded database is used. */
  databaseUrl?: string;
  /** Default PORT, else 4870. */
  port?: number;
  /** The address to listen on; default HOST, else 127.0.0.1. */
  host?: string;
  /** Whether the service creates the sample editions; default true. */
  sample?: boolean;
  /** Default true; tests that have built already pass false. */
  build?: boolean;
  /** More of the service's environment. */
  environment?: Record<string, string>;
  /** Gives up a start that is under way. */
  signal?: AbortSignal;
  say?: (line: string) => void;
}

export interface Product {
  url: string;
  host: string;
  port: number;
  databaseUrl: string;
  directory: string;
  logFile: string;
  /** Present at the start that created it: its password is shown once and kept nowhere. */
  firstAdministrator: FirstAdministrator | undefined;
  servicePid(): number | undefined;
  /** Rejects when the product cannot go on. */
  failed: Promise<never>;
  /** The service first, then the database. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Builds and runs the whole product and resolves when it serves. Throws FatalError or PostgresError. */
export async function startProduct(options: StartOptions = {}): Promise<Product> {
  const say = options.say ?? (() => undefined);
  const host = options.host ?? (process.env["HOST"] || "127.0.0.1");
  const port = options.port ?? portFrom(process.env["PORT"]);
  const directory = options.directory ?? dataDirectory();
  if (!(await isPortFree(port, host))) {
    throw new FatalError(
      `Port ${port} of ${host} is taken (by another program, or by Abwab running already); stop that one, or choose another port with PORT=4871.`,
    );
  }
  // The database first: what is wrong with it is said at once, not after a build.
  const database = await superviseDatabase(directory, options.databaseUrl ?? process.env["DATABASE_URL"], say);
  try {
    if (options.build !== false) await buildProduct(say);
    mkdirSync(directory, { recursive: true });
    const logFile = path.join(directory, "service.log");
    const url = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
    let firstAdministrator: FirstAdministrator | undefined;
    const service = await superviseService({
      url,
      logFile,
      say,
      signal: options.signal,
      onFirstAdministrator: (found) => (firstAdministrator = found),
      environment: {
        NODE_ENV: "production",
        ...process.env,
        ABWAB_SAMPLE: options.sample === false ? "off" : "on",
        ...options.environment,
        DATABASE_URL: database.url,
        HOST: host,
        PORT: String(port),
      },
    });
    const stop = once(async () => {
      await service.stop();
      await database.stop();
    });
    return {
      url,
      host,
      port,
      databaseUrl: database.url,
      directory,
      logFile,
      firstAdministrator,
      servicePid: service.pid,
      failed: service.failed,
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function portFrom(text: string | undefined): number {
  const port = Number(text || 4870);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new FatalError(`PORT is "${text}", which is not a port.`);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}
