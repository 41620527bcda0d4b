import * as exports from "../exports.ts";
import { pageQuery } from "../primitives.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** The ledger and what is counted from it, as files: made in the background, kept for some days. */
export const exportsRoutes = {
  createExport: route({
    method: "POST",
    path: `${EDITION}/exports`,
    summary: "Have a file made of the ledger or of counts",
    tag: "exports",
    access: access.organiser,
    body: exports.newExport,
    status: 201,
    response: exports.exportSummary,
    problems: ["too_many_exports"],
  }),
  listExports: route({
    method: "GET",
    path: `${EDITION}/exports`,
    summary: "List exports, latest first",
    tag: "exports",
    access: access.organiser,
    query: pageQuery,
    status: 200,
    response: exports.exportList,
  }),
  getExport: route({
    method: "GET",
    path: `${EDITION}/exports/:id`,
    summary: "An export, with its progress",
    tag: "exports",
    access: access.organiser,
    status: 200,
    response: exports.exportSummary,
  }),
  cancelExport: route({
    method: "POST",
    path: `${EDITION}/exports/:id/cancel`,
    summary: "Stop making a file; what there is of it goes",
    tag: "exports",
    access: access.organiser,
    status: 200,
    response: exports.exportSummary,
  }),
  retryExport: route({
    method: "POST",
    path: `${EDITION}/exports/:id/retry`,
    summary: "Have a file made after all that failed or was stopped, of the ledger up to the same commit",
    tag: "exports",
    access: access.organiser,
    status: 200,
    response: exports.exportSummary,
    problems: ["transition_not_allowed", "too_many_exports"],
  }),
  downloadExport: route({
    method: "GET",
    path: `${EDITION}/exports/:id/file`,
    summary: "The file of an export that is done: CSV, a workbook or JSON Lines, gzipped where that was asked for",
    tag: "exports",
    access: access.organiser,
    status: 200,
    document: "application/octet-stream",
    problems: ["transition_not_allowed"],
  }),
  removeExport: route({
    method: "DELETE",
    path: `${EDITION}/exports/:id`,
    summary: "Remove an export and its file",
    tag: "exports",
    access: access.organiser,
    status: 204,
  }),
};
