import { execFileSync, type SpawnOptionsWithoutStdio } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { PostgresError } from "../postgres-error.ts";

export interface Account {
  uid: number;
  gid: number;
}

/** Who the server runs as; none for "as we are". */
export interface OperatingUser {
  owner: Account | undefined;
  /** A command to put in front where the account does not reach the files by itself; it changes the user, too. */
  prefix: string[];
}

const account = "postgres";

/**
 * PostgreSQL refuses to run as root, so under root it runs as the system account "postgres", made when missing.
 * Where that account cannot enter the directories on the way (a clone in /root, say), it gets the one capability
 * to search and read them: the data still belongs to it alone, and nobody has to open up their home directory.
 */
export function operatingUser(paths: string[]): OperatingUser {
  if (process.getuid?.() !== 0) return { owner: undefined, prefix: [] };
  const owner = findAccount() ?? createAccount();
  const blocked = paths.map((each) => firstBlocked(each, owner)).find((each) => each !== undefined);
  return { owner, prefix: blocked === undefined ? [] : searchingPrefix(owner, blocked) };
}

/** What to hand to spawn so that a program runs as that user. Not in our directory: the user may not see it. */
export function asUser(
  user: OperatingUser,
  program: string,
  flags: string[],
): { command: string; words: string[]; options: SpawnOptionsWithoutStdio } {
  const [command = program, ...words] = [...user.prefix, program, ...flags];
  const options = { cwd: path.parse(program).root, env: { PATH: process.env["PATH"] ?? "", TZ: "UTC", LC_ALL: "C" } };
  return { command, words, options: user.prefix.length === 0 ? { ...options, ...user.owner } : options };
}

function findAccount(): Account | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((each) => each.startsWith(`${account}:`));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function createAccount(): Account {
  let failure: unknown;
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", account], {
      stdio: "pipe",
    });
  } catch (error) {
    // Another start may have made it in the same moment: look before giving up.
    failure = error;
  }
  const created = findAccount();
  if (created !== undefined) return created;
  throw new PostgresError(
    "did_not_start",
    'PostgreSQL does not run as root and the account "postgres" could not be created; start as another user, or set DATABASE_URL.',
    { cause: failure },
  );
}

/** The first directory on the way to `target` that the account may not enter; what does not exist yet is ours to make. */
function firstBlocked(target: string, { uid, gid }: Account): string | undefined {
  const resolved = path.resolve(target);
  const parts = resolved.split(path.sep).filter(Boolean);
  for (let length = 0; length < parts.length; length += 1) {
    const directory = path.sep + parts.slice(0, length).join(path.sep);
    const found = statSync(directory, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return directory;
  }
  return undefined;
}

function searchingPrefix({ uid, gid }: Account, blocked: string): string[] {
  const bounding = process.platform === "linux" ? capabilityBounds() : 0n;
  const capability = (bounding >> 2n) & 1n ? "dac_read_search" : (bounding >> 1n) & 1n ? "dac_override" : undefined;
  const prefix = [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    // Without this the kernel sets the capability aside when access(2) is asked.
    "--securebits=+no_setuid_fixup",
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
  try {
    if (capability === undefined) throw new Error("the capability is not available");
    execFileSync(prefix[0] as string, [...prefix.slice(1), "true"], { stdio: "pipe" });
    return prefix;
  } catch (cause) {
    throw new PostgresError(
      "directory_unreachable",
      `The account "${account}", as which the database runs under root, cannot enter ${blocked}; put Abwab where every account may enter, or set ABWAB_DATA or DATABASE_URL.`,
      { cause },
    );
  }
}

function capabilityBounds(): bigint {
  const line = /^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"));
  return BigInt(`0x${line?.[1] ?? "0"}`);
}
