import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { FatalError } from "../start/fatal-error.ts";

/** Beside the manifest; inside is a complete data directory. */
export const dataFolder = "postgres";
const fileName = "manifest.json";

/** Below the data directory, whatever the manifest says. */
const relativePath = z
  .string()
  .min(1)
  .refine((text) => !path.isAbsolute(text) && !text.split(/[/\\]/).includes(".."), "is no path within a backup");

const manifest = z.object({
  format: z.literal(1),
  /** When the copy began and ended, RFC 3339; it holds all that was committed before it ended. */
  begunAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** Version of the server that wrote the files: the same major version reads them. */
  postgres: z.string(),
  directories: z.array(relativePath),
  files: z.array(
    z.object({ path: relativePath, size: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

export type Manifest = z.output<typeof manifest>;

export async function writeManifest(folder: string, content: Manifest): Promise<void> {
  await writeFile(path.join(folder, fileName), `${JSON.stringify(content, undefined, 1)}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
}

/** Throws FatalError for a folder that is no backup, or none that was finished. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readText(folder);
  try {
    return manifest.parse(JSON.parse(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError) && !(cause instanceof z.ZodError)) throw cause;
    throw new FatalError(`The backup ${folder} is damaged: its ${fileName} cannot be read.`, { cause });
  }
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(path.join(folder, fileName), "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    throw new FatalError(`${folder} is no finished backup of Abwab: it holds no ${fileName}.`, { cause });
  }
}
