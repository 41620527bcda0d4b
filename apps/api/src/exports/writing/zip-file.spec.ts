import { crc32, inflateRawSync } from "node:zlib";
import readWorkbook from "read-excel-file/node";
import { zipFile, type ZipPart } from "./zip-file.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TEXTS: Readonly<Record<string, string>> = {
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${"باب ".repeat(9_000)}</t></is></c></row></sheetData></worksheet>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="one" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

async function* parts(): AsyncGenerator<ZipPart> {
  for (const [path, text] of Object.entries(TEXTS)) {
    const content = async function* (): AsyncGenerator<Buffer> {
      const whole = Buffer.from(text);
      yield whole.subarray(0, 100);
      yield await Promise.resolve(whole.subarray(100));
    };
    yield { path, content: content() };
  }
}

async function archive(most?: number, of: AsyncIterable<ZipPart> = parts()): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipFile(of, most)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads what has its figures in fields of eight bytes, from the end of the archive on (APPNOTE 4.3.12 to 4.3.16). */
function readLarge(zip: Buffer): Record<string, string> {
  const number = (at: number): number => Number(zip.readBigUInt64LE(at));
  const end = number(zip.length - 22 - 20 + 8);
  expect(zip.readUInt32LE(end)).toBe(0x0606_4b50);
  const found: Record<string, string> = {};
  let at = number(end + 48);
  for (let left = number(end + 32); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x0201_4b50);
    const nameLength = zip.readUInt16LE(at + 28);
    const extra = at + 46 + nameLength;
    const [size, packed, offset] = [number(extra + 4), number(extra + 12), number(extra + 20)] as const;
    const name = zip.toString("utf8", at + 46, extra);
    const content = inflateRawSync(zip.subarray(offset + 30 + nameLength, offset + 30 + nameLength + packed));
    expect([content.length, crc32(content)]).toEqual([size, zip.readUInt32LE(at + 16)]);
    found[name] = content.toString();
    at = extra + 28;
  }
  return found;
}

describe("a zip archive made while it is sent", () => {
  it("is read by another program", async () => {
    const [sheet] = await readWorkbook(await archive());
    expect(sheet?.data).toEqual([["باب ".repeat(9_000).trim()]]);
  });

  it("has sizes and places in eight bytes from a limit on, which is four gigabytes", async () => {
    expect(readLarge(await archive(100))).toEqual(TEXTS);
  });

  it("is the same again, byte for byte", async () => {
    expect((await archive()).equals(await archive())).toBe(true);
  });

  it("fails where the content of a part fails", async () => {
    const broken = async function* (): AsyncGenerator<ZipPart> {
      const content = async function* (): AsyncGenerator<Buffer> {
        yield await Promise.resolve(Buffer.from("the beginning"));
        throw new Error("the ledger can't be read");
      };
      yield await Promise.resolve({ path: "a", content: content() });
    };
    await expect(archive(undefined, broken())).rejects.toThrow("the ledger can't be read");
  });
});
