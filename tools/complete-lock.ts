import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { workspaceRoot } from "./start/workspace.ts";

// npm run lock:complete, after an install that changed package-lock.json.
//
// Some registries do not carry the binaries for systems other than their own users'. npm then leaves those packages
// out of the lock, and `npm ci` elsewhere stops with "Missing: … from lock file". This puts them back as what they
// are: optional, for one system only.

interface LockedPackage {
  version?: string;
  resolved?: string;
  link?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  license?: string;
  optionalDependencies?: Record<string, string>;
}

const file = path.join(workspaceRoot, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, LockedPackage> };
const added: string[] = [];

for (const [place, { optionalDependencies = {}, version }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const system = systemOf(name);
    // Not named after a system: not a binary, and not ours to guess.
    if (system === undefined) continue;
    const exact = /^\d/.test(range) ? range : version;
    if (exact === undefined) continue;
    const free = freePlace(place, name, exact);
    if (free === undefined) continue;
    lock.packages[free] = { version: exact, ...system, optional: true };
    added.push(`${name}@${exact}`);
  }
}
for (const entry of Object.values(lock.packages)) {
  // Where this machine got it from is nobody else's business, and often not reachable for them.
  if (entry.link !== true && /^https?:/.test(entry.resolved ?? "")) delete entry.resolved;
}
const root = lock.packages[""] ?? {};
const rest = Object.entries(lock.packages)
  .filter(([place]) => place !== "")
  .toSorted(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries([["", root], ...rest]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const each of added) process.stdout.write(`added ${each}\n`);
process.stdout.write(`${added.length} packages added to the lock.\n`);

/** Where a package missing from the lock goes; undefined when the package at `place` finds it in that version. */
function freePlace(place: string, name: string, version: string): string | undefined {
  for (let parent = place; ; parent = parent.slice(0, Math.max(parent.lastIndexOf("/node_modules/"), 0))) {
    const candidate = `${parent === "" ? "" : `${parent}/`}node_modules/${name}`;
    const found = lock.packages[candidate];
    // Another version on the way hides what lies further up, so the right one goes beside the package itself.
    if (found !== undefined) return found.version === version ? undefined : `${place}/node_modules/${name}`;
    if (parent === "") return candidate;
  }
}

function systemOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> | undefined {
  const os = /\b(darwin|linux|win32|windows|freebsd|openbsd|netbsd|sunos|android|aix|wasi|openharmony)\b/.exec(
    name,
  )?.[1];
  const cpu = /\b(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el|wasm32)/.exec(name)?.[1];
  if (os === undefined && cpu !== "wasm32") return undefined;
  const libc = os !== "linux" ? undefined : /musl/.test(name) ? "musl" : /gnu/.test(name) ? "glibc" : undefined;
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc] }),
    ...(os && os !== "wasi" && { os: [os === "windows" ? "win32" : os] }),
  };
}
