import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { FatalError } from "../start/fatal-error.ts";
import { copyFile } from "./copy-file.ts";
import { dataFolder, type Manifest, readManifest } from "./manifest.ts";
import { CopyProgress } from "./progress.ts";

/**
 * Puts a backup into an empty data directory. Every file is compared with the manifest as it is copied, and the
 * directory takes its name when all are right. PostgreSQL writes it out to the disk before its recovery. Throws
 * FatalError.
 */
export async function restoreBackup(from: string, directory: string, signal?: AbortSignal): Promise<Manifest> {
  await refuseUsedDirectory(directory);
  const manifest = await readManifest(from);
  const isNew = !existsSync(directory);
  await mkdir(directory, { recursive: true });
  // The account that the database runs as under root has to enter it; what lies inside is its owner's alone.
  if (isNew) await chmod(directory, 0o755);
  const workshop = path.join(directory, ".restoring");
  try {
    await copyAll(manifest, path.join(from, dataFolder), workshop, signal);
    await rename(workshop, path.join(directory, dataFolder));
    return manifest;
  } catch (error) {
    await rm(workshop, { recursive: true, force: true });
    throw error;
  }
}

async function refuseUsedDirectory(directory: string): Promise<void> {
  const found = (await stat(directory).catch(orMissing))?.isDirectory();
  if (found === undefined || (found && (await readdir(directory)).length === 0)) return;
  throw new FatalError(
    `${directory} is not empty: a backup is restored into an empty folder only; name another one with ABWAB_DATA.`,
  );
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

async function copyAll(
  { directories, files }: Manifest,
  source: string,
  target: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await mkdir(target, { mode: 0o700 });
  for (const each of directories) await mkdir(path.join(target, each), { mode: 0o700 });
  const progress = new CopyProgress(
    "restored",
    files.reduce((sum, file) => sum + file.size, 0),
  );
  try {
    for (const { path: file, size, sha256 } of files) {
      signal?.throwIfAborted();
      const copied = await copyFile(path.join(source, file), path.join(target, file), (bytes) =>
        progress.add(bytes),
      ).catch(orMissing);
      if (copied?.size !== size || copied.sha256 !== sha256) throw damaged(source, file, copied?.size, size);
    }
  } finally {
    progress.stop();
  }
}

function damaged(source: string, file: string, found: number | undefined, expected: number): FatalError {
  const how =
    found === undefined
      ? "is missing"
      : found === expected
        ? "has another content than when the backup was made"
        : `has ${found.toLocaleString("en")} bytes instead of ${expected.toLocaleString("en")}`;
  return new FatalError(`The backup is damaged and was not restored: ${path.join(source, file)} ${how}.`);
}
