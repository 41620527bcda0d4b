import { types } from "node:util";
import { inflateRawSync } from "node:zlib";
import { ListFault } from "./list-fault.ts";

// Offsets and signatures are those of PKWARE's APPNOTE.TXT 6.3, sections 4.3 and 4.4.
const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** Unpacked, of one archive: 100,000 rows of 20 columns take less. */
const MOST_UNPACKED = 128 * 1024 * 1024;
const MOST_ENTRIES = 5_000;

interface Entry {
  method: number;
  packed: number;
  /** As the archive says: for a guess, never for a promise. */
  size: number;
  offset: number;
}

/**
 * The files in a zip archive, unpacked one by one when they are asked for. However much an archive is made to unpack
 * to, it stops at a bound.
 */
export class ZipArchive {
  private readonly entries = new Map<string, Entry>();
  private readonly bytes: Buffer;
  private left = MOST_UNPACKED;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      // An archive that was cut off says of places where there is nothing.
      if (types.isNativeError(error) && error.name === "RangeError")
        throw broken("Its directory leads beyond its end.");
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** As the archive says; 0 where there is no such file. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.size ?? 0;
  }

  /** A file as UTF-8, undefined where there is none. Throws `ListFault`. */
  text(name: string): string | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    const unpacked = this.unpack(entry);
    this.left -= unpacked.length;
    return new TextDecoder("utf-8").decode(unpacked);
  }

  private unpack({ method, packed, offset }: Entry): Uint8Array {
    if (offset + 30 > this.bytes.length || this.bytes.readUInt32LE(offset) !== LOCAL_HEADER) {
      throw broken("A file is not where the directory says.");
    }
    const start = offset + 30 + this.bytes.readUInt16LE(offset + 26) + this.bytes.readUInt16LE(offset + 28);
    const content = this.bytes.subarray(start, start + packed);
    if (content.length < packed) throw broken("A file was cut off.");
    if (method === STORED && content.length <= this.left) return content;
    if (method !== DEFLATED) throw broken(`Packed in a way (${method}) that workbooks are not.`);
    if (this.left <= 0) throw tooMuch();
    try {
      return inflateRawSync(content, { maxOutputLength: this.left });
    } catch (error) {
      if (hasCode(error, "ERR_BUFFER_TOO_LARGE")) throw tooMuch();
      throw broken("A file can't be unpacked.");
    }
  }

  private readDirectory(): void {
    const { bytes } = this;
    const end = this.findEnd();
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw tooMuch();
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken("Its directory is damaged.");
      if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) {
        throw new ListFault("password_protected", "The archive is locked with a password.");
      }
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
      this.entries.set(name, {
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }

  private findEnd(): number {
    const first = Math.max(0, this.bytes.length - END_LENGTH - LONGEST_COMMENT);
    for (let at = this.bytes.length - END_LENGTH; at >= first; at -= 1) {
      if (this.bytes.readUInt32LE(at) === END) return at;
    }
    throw broken("It has no directory: it was cut off.");
  }
}

const broken = (message: string): ListFault => new ListFault("broken_workbook", message);
const tooMuch = (): ListFault => new ListFault("too_much_inside", "It unpacks to more than a list can be.");
// Not instanceof: Node's own errors are of another realm where tests run in one of their own.
const hasCode = (error: unknown, code: string): boolean =>
  types.isNativeError(error) && "code" in error && error.code === code;
