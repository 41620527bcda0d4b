import writeXlsxFile from "write-excel-file/node";

export interface ListFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const letters = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder("windows-1256").decode(Uint8Array.of(byte)), byte]),
);

/** Text as Excel on an Arabic Windows saves it as CSV. */
export function windows1256(name: string, text: string): ListFile {
  const bytes = Array.from(text, (letter) => {
    const byte = letters.get(letter);
    if (byte === undefined) throw new Error(`windows-1256 has no ${letter}`);
    return byte;
  });
  return { name, mimeType: "text/csv", buffer: Buffer.from(bytes) };
}

export const utf8 = (name: string, text: string): ListFile => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

/** A workbook of several sheets, each with its rows. */
export async function workbook(name: string, sheets: Record<string, (string | number | null)[][]>): Promise<ListFile> {
  const content = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
  }));
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await writeXlsxFile(content).toBuffer(),
  };
}
