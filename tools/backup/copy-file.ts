import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

export interface CopiedFile {
  size: number;
  /** SHA-256 of the bytes that were written, in hex. */
  sha256: string;
}

const chunkBytes = 1024 * 1024;

/** Copies a file, also one that is being written, into a new one. */
export async function copyFile(
  from: string,
  to: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<CopiedFile> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let size = 0;
  await using source = await open(from, "r");
  await using target = await open(to, "wx", 0o600);
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await target.writeFile(chunk);
    size += bytesRead;
    onBytes(bytesRead);
  }
  return { size, sha256: hash.digest("hex") };
}
