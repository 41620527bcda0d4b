// The first thing every command of package.json runs. Plain JavaScript for an old Node: a fresh clone has nothing
// else. It installs what is missing, then hands over to the Node that came with the packages.
//
//     node tools/run.mjs tools/start/main.ts --empty

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

function versionOf(text) {
  const [major = 0, minor = 0] = text.replace(/^v/, "").split(".").map(Number);
  return { major, minor };
}

function isAtLeast(version, major, minor) {
  return version.major > major || (version.major === major && version.minor >= minor);
}

function fail(sentence) {
  process.stderr.write(`abwab: ${sentence}\n`);
  process.exit(1);
}

/** True when every package of the lock that this machine has use for is there in the locked version. */
function isInstalled() {
  const present = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(present)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(present, "utf8")).packages;
  return Object.entries(wanted).every(([place, { version, link, optional }]) => {
    if (!place.startsWith("node_modules/")) return true;
    if (link) return existsSync(path.join(root, place));
    const found = installed[place];
    return found === undefined ? Boolean(optional) : found.version === version;
  });
}

function install() {
  const begun = Date.now();
  process.stderr.write(
    "abwab: installing the packages of package-lock.json (npm ci); this happens once and takes a minute or two …\n",
  );
  const npm = process.env.npm_execpath;
  const words = ["ci", "--no-audit", "--no-fund"];
  const { status } =
    npm === undefined
      ? spawnSync("npm", words, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" })
      : spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) fail("the packages could not be installed; npm says why above.");
  process.stderr.write(`abwab: installed in ${Math.round((Date.now() - begun) / 1000)} s.\n`);
}

/** Node 24 out of node_modules where there is one for this system, else the Node that runs this. */
function findNode() {
  const bundled = path.join(root, "node_modules", ".bin", "node");
  if (existsSync(bundled)) return bundled;
  // Below this, Node does not run TypeScript by itself.
  if (isAtLeast(versionOf(process.version), 22, 18)) return process.execPath;
  return fail(`this system has Node ${process.version}; Abwab needs Node 22.18 or later here (24 is best).`);
}

if (!isAtLeast(versionOf(process.version), 20, 19))
  fail(`this is Node ${process.version}; Abwab needs Node 20.19 or later.`);
if (!isInstalled()) install();

const [script, ...words] = process.argv.slice(2);
const node = findNode();
const child = spawn(node, [path.join(root, script), ...words], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, PATH: path.join(root, "node_modules", ".bin") + path.delimiter + (process.env.PATH ?? "") },
});
// A terminal sends Ctrl-C to both of us; the child decides when to end. From elsewhere the signal comes to us alone.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => child.kill("SIGTERM"));
process.on("SIGHUP", () => child.kill("SIGTERM"));
// npm passes a signal on to its shell, and the shell may end without passing it on to us.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 250).unref();
}
child.once("error", (error) => fail(`${node} does not start: ${error.message}.`));
child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
