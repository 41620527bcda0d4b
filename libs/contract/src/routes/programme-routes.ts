import { printQuery } from "../passes.ts";
import { page } from "../primitives.ts";
import * as programme from "../programme.ts";
import { access, editable, route } from "../route.ts";
import { EDITION } from "./paths.ts";

const PROGRAMME = `${EDITION}/programme` as const;

/** Seminars, shows, workshops and guided visits. */
export const programmeRoutes = {
  listProgramme: route({
    method: "GET",
    path: PROGRAMME,
    summary: "The programme by its hours, with attendance and what clashes",
    tag: "programme",
    access: access.viewer,
    query: programme.programmeQuery,
    status: 200,
    response: page(programme.programmeItem),
  }),
  createProgrammeItem: route({
    method: "POST",
    path: PROGRAMME,
    summary: "Add to the programme; what clashes is said, not refused",
    tag: "programme",
    access: access.organiser,
    body: programme.newProgrammeItem,
    status: 201,
    response: programme.programmeItem,
    problems: ["not_found", "edition_archived"],
  }),
  printProgramme: route({
    method: "GET",
    path: `${PROGRAMME}/print`,
    summary: "The programme to print: of a day, or of every day",
    tag: "programme",
    access: access.viewer,
    query: programme.programmePrintQuery,
    status: 200,
    document: "application/pdf",
    problems: ["overloaded"],
  }),
  getProgrammeItem: route({
    method: "GET",
    path: `${PROGRAMME}/:id`,
    summary: "One item of the programme",
    tag: "programme",
    access: access.viewer,
    versioned: editable(programme.programmeItemPatch),
    status: 200,
    response: programme.programmeItem,
  }),
  changeProgrammeItem: route({
    method: "PATCH",
    path: `${PROGRAMME}/:id`,
    summary: "Change an item of the programme, or say how many came",
    tag: "programme",
    access: access.organiser,
    body: programme.programmeItemPatch,
    versioned: editable(programme.programmeItemPatch),
    status: 200,
    response: programme.programmeItem,
    problems: ["edition_archived"],
  }),
  copyProgrammeItem: route({
    method: "POST",
    path: `${PROGRAMME}/:id/copy`,
    summary: "The same on another day, at the same hours",
    tag: "programme",
    access: access.organiser,
    body: programme.programmeCopy,
    status: 201,
    response: programme.programmeItem,
    problems: ["edition_archived"],
  }),
  removeProgrammeItem: route({
    method: "DELETE",
    path: `${PROGRAMME}/:id`,
    summary: "Take an item off the programme",
    tag: "programme",
    access: access.organiser,
    status: 204,
    problems: ["edition_archived"],
  }),
  programmeCalendar: route({
    method: "GET",
    path: `${EDITION}/programme.ics`,
    summary: "The programme for calendars (RFC 5545); anyone may read that of a public edition",
    tag: "programme",
    access: access.anyone,
    query: printQuery,
    status: 200,
    document: "text/calendar",
    problems: ["unauthenticated"],
  }),
};
