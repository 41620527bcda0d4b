import * as made from "../made-reports.ts";
import { page } from "../primitives.ts";
import * as reports from "../reports.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** A file to print, or a picture of its first page. */
const printed = {
  method: "GET",
  tag: "reports",
  access: access.organiser,
  status: 200,
  document: ["application/pdf", "image/png"],
  problems: ["not_found", "overloaded"],
} as const;

/** What is printed of the figures. */
export const reportsRoutes = {
  dayReport: route({
    ...printed,
    path: `${EDITION}/days/:date/report`,
    summary: "The report of a day to print: its settled figures, or the live ones where it is not settled",
    query: reports.printedReportQuery,
  }),
  editionReport: route({
    ...printed,
    path: `${EDITION}/report`,
    summary: "The report of an edition to print: its days compared, its spaces, and what was published",
    query: reports.printedReportQuery,
  }),
  zoneReport: route({
    ...printed,
    path: `${EDITION}/zones/:code/report`,
    summary:
      "The report of a zone to print: its days compared, its curves, who came, and its share of the pavilions' visits",
    query: reports.zoneReportQuery,
  }),
  auditReport: route({
    ...printed,
    path: `${EDITION}/audit-report`,
    summary: "The audit report to print: settled days only, with definitions, revisions, corrections and digests",
    query: reports.auditReportQuery,
  }),
  listMadeReports: route({
    method: "GET",
    path: `${EDITION}/made-reports`,
    summary: "Reports and press releases that were made, by whom or which schedule, latest first",
    tag: "reports",
    access: access.organiser,
    query: made.madeReportsQuery,
    status: 200,
    response: page(made.madeReport),
  }),
  makeReportAgain: route({
    method: "GET",
    path: `${EDITION}/made-reports/:id/file`,
    summary: "A report again; the header `report-again` says whether it is the `same` file or was made `anew`",
    tag: "reports",
    access: access.organiser,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "overloaded"],
  }),
};
