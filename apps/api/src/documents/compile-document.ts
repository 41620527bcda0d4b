import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
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

let kept: NodeCompiler | undefined;

/**
 * Sets a template with its data; blocks until it is done. Throws with what is wrong in the template.
 *
 * @param madeAt ms since the epoch: the date the document bears
 */
export function compileDocument(template: DocumentTemplate, data: DocumentData, madeAt: number): Uint8Array {
  const compiler = (kept ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] }));
  const json = JSON.stringify(data, (_, value: unknown) => (isQrCode(value) ? drawQrCode(value.qrCodeOf) : value));
  const creationTimestamp = Math.floor(madeAt / 1000);
  try {
    return compiler.pdf(documentOf(compiler, template, json, "off"), { pdfStandard: PDF_STANDARD, creationTimestamp });
  } catch (error) {
    // A name with letters that our face lacks can't be kept for reading: set it with what faces the machine has.
    if (!isBelowStandard(error)) throw error;
    return compiler.pdf(documentOf(compiler, template, json, "on"), { creationTimestamp });
  } finally {
    compiler.evictCache(CACHED_DOCUMENTS);
  }
}

function documentOf(
  compiler: NodeCompiler,
  template: DocumentTemplate,
  data: string,
  fallback: "on" | "off",
): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFilePath: path.join(templates, `${template}.typ`),
    inputs: { data, fallback },
  });
  if (compiled.result !== null) return compiled.result;
  const error = compiled.takeError();
  throw new Error(`${template}: ${JSON.stringify(error === null ? "no result" : compiler.fetchDiagnostics(error))}`);
}

const isBelowStandard = (error: unknown): boolean => error instanceof Error && error.message.includes("PDF/A-2u error");
