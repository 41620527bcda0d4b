import * as papers from "../organisation-papers.ts";
import { printQuery } from "../passes.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** What is printed of organisations that came. */
export const organisationPapersRoutes = {
  organisationReport: route({
    method: "GET",
    path: `${EDITION}/organisations/:id/report`,
    summary:
      "The report of an organisation to print: its visits booked against arrived, its passes, where its groups went",
    tag: "organisations",
    access: access.supervisor,
    query: papers.organisationReportQuery,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "overloaded"],
  }),
  organisationCertificate: route({
    method: "GET",
    path: `${EDITION}/organisations/:id/certificate`,
    summary: "An organisation's certificate of attendance to print, with each day on which it came",
    tag: "organisations",
    access: access.supervisor,
    query: printQuery,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "nobody_arrived", "overloaded"],
  }),
  visitCertificate: route({
    method: "GET",
    path: `${EDITION}/visits/:id/certificate`,
    summary: "The certificate of attendance of one visit to print",
    tag: "visits",
    access: access.supervisor,
    query: printQuery,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "nobody_arrived", "overloaded"],
  }),
  printCertificates: route({
    method: "GET",
    path: `${EDITION}/visit-certificates/print`,
    summary:
      "The certificates of the visits of a province, or of a day, that arrived, in one file; Link names the next part",
    tag: "visits",
    access: access.supervisor,
    query: papers.certificatesQuery,
    status: 200,
    document: "application/pdf",
    problems: ["not_found", "nobody_arrived", "overloaded"],
  }),
  checkCertificate: route({
    method: "GET",
    path: `${EDITION}/certificates/:reference`,
    summary: "The visits that a certificate speaks of, by the reference that stands on it",
    tag: "visits",
    access: access.supervisor,
    status: 200,
    response: papers.certificate,
    problems: ["not_found"],
  }),
};
