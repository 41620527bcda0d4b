import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSIBLE = /\.(js|css|svg|json|wasm|map)$/;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export interface Compressed {
  encoding: "br" | "gzip";
  body: Buffer;
}

/**
 * Built files with a hash in their name, compressed once and kept: a kiosk's first visit over a crowded Wi-Fi is a
 * third of the bytes. They never change under their name, and a build has a few dozen.
 */
export class CompressedAssets {
  private readonly known = new Map<string, Promise<Buffer>>();

  /** undefined when the file gains nothing or the client takes neither encoding. */
  async get(file: string, acceptEncoding: string | undefined): Promise<Compressed | undefined> {
    if (!COMPRESSIBLE.test(file)) return undefined;
    const encoding = preferred(acceptEncoding ?? "");
    if (encoding === undefined) return undefined;
    const key = `${encoding} ${file}`;
    let body = this.known.get(key);
    if (body === undefined) {
      body = compress(file, encoding);
      this.known.set(key, body);
      // A file that could not be read is tried again.
      body.catch(() => this.known.delete(key));
    }
    return { encoding, body: await body };
  }
}

function preferred(accept: string): Compressed["encoding"] | undefined {
  const accepted = accept
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((encoding) => accepted.includes(encoding));
}

async function compress(file: string, encoding: Compressed["encoding"]): Promise<Buffer> {
  const content = await readFile(file);
  if (encoding === "gzip") return gzipped(content, { level: 9 });
  return brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
