import { z } from "zod";
import * as communique from "../communique.ts";
import { comparison, comparisonQuery } from "../comparison.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

const COMMUNIQUE = `${EDITION}/communique` as const;

/** The press release that is written from the figures. */
export const communiqueRoutes = {
  getCommunique: route({
    method: "GET",
    path: COMMUNIQUE,
    summary: "The press release of this moment, each of its figures with its origin",
    tag: "communique",
    access: access.organiser,
    query: communique.communiqueQuery,
    status: 200,
    response: communique.communique,
  }),
  previewCommunique: route({
    method: "POST",
    path: `${COMMUNIQUE}/preview`,
    summary: "The press release as another template would make it; nothing is kept",
    tag: "communique",
    access: access.organiser,
    body: communique.communiquePreview,
    status: 200,
    response: communique.communique,
  }),
  printCommunique: route({
    method: "GET",
    path: `${COMMUNIQUE}/print`,
    summary: "The press release to print, with where each figure is from",
    tag: "communique",
    access: access.organiser,
    query: communique.communiqueQuery,
    status: 200,
    document: "application/pdf",
    problems: ["overloaded"],
  }),
  listCommuniqueTemplates: route({
    method: "GET",
    path: `${COMMUNIQUE}/templates`,
    summary: "The latest hundred versions of a language's template, the last first",
    tag: "communique",
    access: access.organiser,
    query: communique.communiqueTemplatesQuery,
    status: 200,
    response: z.object({ items: z.array(communique.communiqueTemplate) }),
  }),
  saveCommuniqueTemplate: route({
    method: "POST",
    path: `${COMMUNIQUE}/templates`,
    summary: "Save the next version of a language's template, or go back to the one that comes with Abwab",
    tag: "communique",
    access: access.administrator,
    body: communique.newCommuniqueTemplate,
    status: 201,
    response: communique.communiqueTemplate,
    problems: ["already_exists", "edition_archived"],
  }),
  compareEditions: route({
    method: "GET",
    path: `${EDITION}/comparison`,
    summary: "An edition beside others: figures with their origins, days, and what is not comparable",
    tag: "communique",
    access: access.organiser,
    query: comparisonQuery,
    status: 200,
    response: comparison,
  }),
};
