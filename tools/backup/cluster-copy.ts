import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { copyFile } from "./copy-file.ts";
import type { Manifest } from "./manifest.ts";
import { syncToDisk } from "./sync-to-disk.ts";

/** A copy of a data directory as it grows, and the list of what it holds. */
export class ClusterCopy {
  readonly files: Manifest["files"] = [];
  readonly directories: string[] = [];
  readonly #cluster: string;
  readonly #target: string;
  readonly #onBytes: (bytes: number) => void;

  /** @param target is made; it must not be there yet */
  constructor(cluster: string, target: string, onBytes: (bytes: number) => void) {
    this.#cluster = cluster;
    this.#target = target;
    this.#onBytes = onBytes;
  }

  async makeDirectories(directories: readonly string[]): Promise<void> {
    for (const each of ["", ...directories]) await mkdir(path.join(this.#target, each), { mode: 0o700 });
    this.directories.push(...directories);
  }

  /** False when the server dropped the file before it was read. */
  async copy(file: string): Promise<boolean> {
    const source = path.join(this.#cluster, file);
    try {
      this.#add(file, await copyFile(source, path.join(this.#target, file), this.#onBytes));
      return true;
    } catch (error) {
      const { code, path: missing } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" && missing === source) return false;
      throw error;
    }
  }

  /** For a small file that is written in place: read until two readings agree, so that no torn one is kept. */
  async copySteadily(file: string): Promise<void> {
    const source = path.join(this.#cluster, file);
    let before = await readFile(source);
    for (;;) {
      await delay(5);
      const now = await readFile(source);
      if (now.equals(before)) break;
      before = now;
    }
    await this.write(file, before);
  }

  async write(file: string, content: string | Buffer): Promise<void> {
    const draft = `${this.#target}.draft`;
    await writeFile(draft, content);
    this.#add(file, await copyFile(draft, path.join(this.#target, file)));
    await rm(draft);
  }

  /** Resolves when all of it is on the disk. */
  async sync(): Promise<void> {
    const files = this.files.map((file) => file.path);
    await syncToDisk([...files, ...this.directories, ""].map((each) => path.join(this.#target, each)));
  }

  #add(file: string, copied: { size: number; sha256: string }): void {
    this.files.push({ path: file, ...copied });
  }
}
