import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { createRequire } from "node:module";
import path from "node:path";
import type { DocumentData, DocumentTemplate } from "./document-request.ts";
import { drawQrCode, isQrCode } from "./qr-code.ts";

/** Results kept from so many documents ago are dropped: without, memory grows with each. */
const CACHED_DOCUMENTS = 10;
/** For keeping: every letter can be read out of it as text. */
const PDF_STANDARD = "a-2u";

const templates = path.join(import.meta.dirname, "templates");
const fonts = path.dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/ibm-plex-sans-arabic/package.json"),
);

let compiler: NodeCompiler | undefined;

/** Sets a template with its data; blocks until it is done. Throws with what is wrong in the template. */
export function compileDocument(template: DocumentTemplate, data: DocumentData): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
  const json = JSON.stringify(data, (_, value: unknown) => (isQrCode(value) ? drawQrCode(value.qrCodeOf) : value));
  try {
    return pdfOf(compiler, template, json, true);
  } catch {
    // A name with letters that our face lacks can't be kept for reading: set it with what faces the machine has.
    return pdfOf(compiler, template, json, false);
  } finally {
    compiler.evictCache(CACHED_DOCUMENTS);
  }
}

function pdfOf(compiler: NodeCompiler, template: DocumentTemplate, data: string, isForKeeping: boolean): Uint8Array {
  const compiled = compiler.compile({
    mainFilePath: path.join(templates, `${template}.typ`),
    inputs: { data, fallback: isForKeeping ? "off" : "on" },
  });
  if (compiled.result === null) {
    const error = compiled.takeError();
    throw new Error(`${template}: ${JSON.stringify(error === null ? "no result" : compiler.fetchDiagnostics(error))}`);
  }
  return compiler.pdf(compiled.result, isForKeeping ? { pdfStandard: PDF_STANDARD } : {});
}
