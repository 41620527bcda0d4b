import * as passes from "../passes.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** What is answered as a document to print. */
export const documentsRoutes = {
  printPass: route({
    method: "GET",
    path: `${EDITION}/passes/:code/print`,
    summary: "A pass to print: a badge of A6, or a page of A4 for a group",
    tag: "passes",
    access: access.supervisor,
    query: passes.printQuery,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "pass_revoked", "overloaded"],
  }),
  printPassBatch: route({
    method: "GET",
    path: `${EDITION}/pass-batches/:id/print`,
    summary: `A batch to print, in parts of ${passes.PASSES_PER_DOCUMENT}: sheets of ten badges, or a page for each group; Link names the next part`,
    tag: "passes",
    access: access.supervisor,
    query: passes.batchPrintQuery,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "batch_running", "overloaded"],
  }),
};
