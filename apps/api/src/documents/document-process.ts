import { constants, setPriority } from "node:os";
import { compileDocument } from "./compile-document.ts";
import { drawFirstPage } from "./draw-first-page.ts";
import type { DocumentAnswer, DocumentRequest } from "./document-request.ts";

// A process that sets documents for the service, one at a time; it ends when the service does.

// Counting comes first: what a crossing needs of the processors it gets before any document.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const answerTo = async ({ id, template, data, madeAt, as }: DocumentRequest): Promise<DocumentAnswer> => {
  try {
    const pdf = compileDocument(template, data, madeAt);
    return { id, file: as === "picture" ? await drawFirstPage(pdf) : pdf };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};

process.on("message", (request: DocumentRequest) => {
  void answerTo(request).then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches us too; the service, which finishes what is under way, says when to end.
process.on("SIGINT", () => undefined);
