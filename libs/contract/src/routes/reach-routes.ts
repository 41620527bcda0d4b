import * as reach from "../reach.ts";
import { access, editable, route } from "../route.ts";
import { EDITION } from "./paths.ts";

const REACH = `${EDITION}/reach` as const;

/** Views of the live broadcast. */
export const reachRoutes = {
  getReach: route({
    method: "GET",
    path: REACH,
    summary: "Views of the live broadcast by channel, with sums by origin and what was announced",
    tag: "reach",
    access: access.viewer,
    status: 200,
    response: reach.reach,
  }),
  createReachFigure: route({
    method: "POST",
    path: REACH,
    summary: "Note the views of a channel, with source and time",
    tag: "reach",
    access: access.organiser,
    body: reach.newReachFigure,
    status: 201,
    response: reach.reachFigure,
    problems: ["edition_archived", "in_use"],
  }),
  importReach: route({
    method: "POST",
    path: `${REACH}/import`,
    summary: "Note many views at once: all rows or none; what stands there already is left",
    tag: "reach",
    access: access.organiser,
    body: reach.reachImport,
    status: 200,
    response: reach.reachImported,
    problems: ["edition_archived", "in_use"],
  }),
  getReachFigure: route({
    method: "GET",
    path: `${REACH}/:id`,
    summary: "One figure of reach",
    tag: "reach",
    access: access.viewer,
    versioned: editable(reach.reachFigurePatch),
    status: 200,
    response: reach.reachFigure,
  }),
  changeReachFigure: route({
    method: "PATCH",
    path: `${REACH}/:id`,
    summary: "Correct noted views",
    tag: "reach",
    access: access.organiser,
    body: reach.reachFigurePatch,
    versioned: editable(reach.reachFigurePatch),
    status: 200,
    response: reach.reachFigure,
    problems: ["edition_archived"],
  }),
  removeReachFigure: route({
    method: "DELETE",
    path: `${REACH}/:id`,
    summary: "Remove noted views",
    tag: "reach",
    access: access.organiser,
    status: 204,
    problems: ["edition_archived"],
  }),
};
