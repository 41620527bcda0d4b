import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PostgresError } from "../postgres-error.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { superuser } from "./connection-file.ts";
import { asUser, type OperatingUser } from "./operating-user.ts";

const majorVersion = "18";

/** Whether there is a data directory to start on; refuses one that is something else. */
export function clusterExists(cluster: string): boolean {
  const found = statSync(cluster, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (!found.isDirectory())
    throw new PostgresError(
      "directory_broken",
      `The database directory ${cluster} is a file; move it away or choose another place with ABWAB_DATA.`,
    );
  if (readdirSync(cluster).length === 0) return false;
  const versionFile = path.join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) {
    throw new PostgresError(
      "directory_broken",
      `The database directory ${cluster} is broken (PG_VERSION is missing); restore it from a backup or move it away.`,
    );
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== majorVersion) {
    throw new PostgresError(
      "directory_broken",
      `The database directory ${cluster} belongs to PostgreSQL ${version || "(unknown)"}, this is PostgreSQL ${majorVersion}; move it away or dump and restore it.`,
    );
  }
  return true;
}

export interface NewCluster {
  cluster: string;
  binaries: PostgresBinaries;
  user: OperatingUser;
  password: string;
  /** Only for throw-away clusters of tests. */
  withoutSync: boolean;
}

/** Made beside its place and moved there when complete, so that an interrupted first start leaves nothing half-made. */
export async function initialiseCluster({ cluster, binaries, user, password, withoutSync }: NewCluster): Promise<void> {
  const parent = path.dirname(cluster);
  const workshop = mkdtempSync(path.join(parent, ".new-"));
  const passwordFile = path.join(workshop, "password");
  const target = path.join(workshop, "postgres");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    mkdirSync(target, { mode: 0o700 });
    const { owner } = user;
    if (owner !== undefined) for (const each of [workshop, passwordFile, target]) chownSync(each, owner.uid, owner.gid);
    await run(binaries.initdb, user, [
      `--pgdata=${target}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Built in: the same order of names on every system, and no index breaks when a system's libc changes.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
      ...(withoutSync ? ["--no-sync"] : []),
    ]);
    rmSync(cluster, { recursive: true, force: true });
    renameSync(target, cluster);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function run(program: string, user: OperatingUser, flags: string[]): Promise<void> {
  const { command, words, options } = asUser(user, program, flags);
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (complaint += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      const reason =
        /^(?:initdb: )?(?:error|.*FATAL|.*PANIC): +(.+)$/m.exec(complaint)?.[1] ??
        complaint.trim().split("\n").at(-1) ??
        `exit code ${code}`;
      reject(new PostgresError("did_not_start", `The database could not be created: ${reason}.`));
    });
  });
}
