import { pipeline } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** One file in an archive, whose length nobody knows before its end. */
export interface ZipPart {
  /** Letters, digits and signs of ASCII. */
  path: string;
  content: AsyncIterable<Buffer>;
}

interface Written {
  path: string;
  /** Where in the archive it begins. */
  offset: number;
  size: number;
  packed: number;
  crc: number;
}

/** A fifth larger than with the usual level, in a third of the time. */
const LEVEL = 1;
const CHUNK_BYTES = 256 * 1024;
/** From here on a figure stands in a field of eight bytes (Zip64), beside a field of four that says so. */
const MOST = 0xffff_ffff;
/** Sizes stand behind the content; paths are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** The first day that an archive can name: the same file again bears no other date. */
const DATE = 33;
const VERSION = 20;
const VERSION_64 = 45;
const READABLE_FILE = 0o100644 * 0x1_0000;

/**
 * A zip archive (PKWARE's APPNOTE 6.3) that is made while it is sent. The checksum is Node's own, in native code: what
 * libraries do for it in JavaScript took longer than packing.
 *
 * @param most for tests: from which size on eight bytes are taken
 */
export async function* zipFile(parts: AsyncIterable<ZipPart>, most = MOST): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { path, content } of parts) {
    const file: Written = { path, offset, size: 0, packed: 0, crc: 0 };
    const head = localHeader(path);
    yield head;
    for await (const chunk of packed(content, file)) {
      file.packed += chunk.length;
      yield chunk;
    }
    const descriptor = descriptorOf(file, most);
    yield descriptor;
    offset += head.length + file.packed + descriptor.length;
    written.push(file);
  }
  yield Buffer.concat([...written.map((file) => centralHeader(file, most)), ...endOf(written, offset, most)]);
}

/** Deflated; counts into the file what goes in. */
function packed(content: AsyncIterable<Buffer>, file: Written): AsyncIterable<Buffer> {
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      file.crc = crc32(chunk, file.crc);
      file.size += chunk.length;
      yield chunk;
    }
  };
  // What goes wrong in the content is an error of what is read here.
  return pipeline(counted, createDeflateRaw({ level: LEVEL, chunkSize: CHUNK_BYTES }), () => undefined);
}

const isLarge = ({ size, packed: length, offset }: Written, most: number): boolean =>
  size >= most || length >= most || offset >= most;

function localHeader(path: string): Buffer {
  return bytes(
    [4, 0x0403_4b50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, path.length],
    [2, 0],
    path,
  );
}

function descriptorOf(file: Written, most: number): Buffer {
  const width = isLarge(file, most) ? 8 : 4;
  return bytes([4, 0x0807_4b50], [4, file.crc], [width, file.packed], [width, file.size]);
}

function centralHeader(file: Written, most: number): Buffer {
  const large = isLarge(file, most);
  const { path, size, packed: length, crc, offset } = file;
  const extra = large ? bytes([2, 1], [2, 24], [8, size], [8, length], [8, offset]) : Buffer.alloc(0);
  const version = large ? VERSION_64 : VERSION;
  return Buffer.concat([
    bytes(
      [4, 0x0201_4b50],
      // Made by a Unix.
      [2, 0x0300 + version],
      [2, version],
      [2, FLAGS],
      [2, DEFLATE],
      [2, 0],
      [2, DATE],
      [4, crc],
      [4, large ? MOST : length],
      [4, large ? MOST : size],
      [2, path.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, READABLE_FILE],
      [4, large ? MOST : offset],
      path,
    ),
    extra,
  ]);
}

/** @param offset where the central headers begin */
function endOf(written: readonly Written[], offset: number, most: number): Buffer[] {
  const { length: count } = written;
  const length = written.reduce((sum, file) => sum + centralHeader(file, most).length, 0);
  const large = offset >= most || length >= most || written.some((file) => isLarge(file, most));
  const end = bytes(
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, large ? MOST : length],
    [4, large ? MOST : offset],
    [2, 0],
  );
  if (!large) return [end];
  const end64 = bytes(
    [4, 0x0606_4b50],
    [8, 44],
    [2, 0x0300 + VERSION_64],
    [2, VERSION_64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, offset],
  );
  return [end64, bytes([4, 0x0706_4b50], [4, 0], [8, offset + length], [4, 1]), end];
}

/** Figures of two, four or eight bytes, the lowest first, and a text at the end. */
function bytes(...fields: ([width: 2 | 4 | 8, value: number] | string)[]): Buffer {
  return Buffer.concat(
    fields.map((field) => {
      if (typeof field === "string") return Buffer.from(field, "utf8");
      const [width, value] = field;
      const part = Buffer.alloc(width);
      if (width === 8) part.writeBigUInt64LE(BigInt(value));
      else part.writeUIntLE(value, 0, width);
      return part;
    }),
  );
}
