import { constants, setPriority } from "node:os";
import { compileDocument } from "./compile-document.ts";
import type { DocumentAnswer, DocumentRequest } from "./document-request.ts";

// A process that sets documents for the service, one at a time; it ends when the service does.

// Counting comes first: what a crossing needs of the processors it gets before any document.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const answerTo = ({ id, template, data, madeAt }: DocumentRequest): DocumentAnswer => {
  try {
    return { id, pdf: compileDocument(template, data, madeAt) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};

process.on("message", (request: DocumentRequest) => void process.send?.(answerTo(request)));
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches us too; the service, which finishes what is under way, says when to end.
process.on("SIGINT", () => undefined);
