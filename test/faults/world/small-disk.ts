import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const PIECE = Buffer.alloc(64 * 1024);

/** A disk of its own that can be filled up, where this system lets us mount one. */
export class SmallDisk implements Disposable {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Why there can be none here; undefined where there can. */
  static hindrance(): string | undefined {
    if (process.platform !== "linux") return `there is no tmpfs on ${process.platform}`;
    try {
      SmallDisk.mount(1)[Symbol.dispose]();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.trim() : String(error);
    }
  }

  static mount(megabytes: number): SmallDisk {
    const directory = mkdtempSync(path.join(tmpdir(), "abwab-small-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", directory], {
        stdio: "pipe",
      });
      return new SmallDisk(directory);
    } catch (error) {
      rmSync(directory, { recursive: true });
      throw error;
    }
  }

  /** Takes every byte that is left. */
  fill(): void {
    const file = openSync(path.join(this.directory, "ballast"), "a");
    try {
      for (let piece = PIECE; piece.length > 0;) {
        try {
          if (writeSync(file, piece) < piece.length) piece = piece.subarray(0, piece.length / 2);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
          piece = piece.subarray(0, Math.floor(piece.length / 2));
        }
      }
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(path.join(this.directory, "ballast"), { force: true });
  }

  [Symbol.dispose](): void {
    execFileSync("umount", ["--lazy", this.directory]);
    rmSync(this.directory, { recursive: true, force: true });
  }
}
