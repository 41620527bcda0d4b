import { z } from "zod";
import {
  countSnapshot,
  countsAtQuery,
  countsQuery,
  dayOverview,
  curvesQuery,
  curvesResponse,
  historyQuery,
  historyResponse,
  settledDay,
} from "../counts.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** Live figures, history and settled days. */
export const countsRoutes = {
  counts: route({
    method: "GET",
    path: `${EDITION}/counts`,
    summary: "Live figures; only totals for who is not signed in",
    tag: "counts",
    access: { ...access.viewerOrDevice, anyone: true },
    query: countsQuery,
    status: 200,
    response: countSnapshot,
    problems: ["unauthenticated"],
  }),
  countsAt: route({
    method: "GET",
    path: `${EDITION}/counts/at`,
    summary: "The figures of a past moment, by what was placed before it and is known by now",
    tag: "counts",
    access: access.viewer,
    query: countsAtQuery,
    status: 200,
    response: countSnapshot,
  }),
  listDays: route({
    method: "GET",
    path: `${EDITION}/days`,
    summary: "The days with their live figures beside the settled ones",
    tag: "counts",
    access: access.viewer,
    status: 200,
    response: z.object({ items: z.array(dayOverview) }),
  }),
  settleDay: route({
    method: "POST",
    path: `${EDITION}/days/:date/settle`,
    summary: "Settle a day, or issue its next revision",
    tag: "counts",
    access: access.organiser,
    status: 201,
    response: settledDay,
    problems: ["not_found", "edition_archived", "transition_not_allowed"],
  }),
  history: route({
    method: "GET",
    path: `${EDITION}/counts/history`,
    summary: "Figures over time",
    tag: "counts",
    access: access.viewerOrDevice,
    query: historyQuery,
    status: 200,
    response: historyResponse,
  }),
  curves: route({
    method: "GET",
    path: `${EDITION}/counts/curves`,
    summary: "What entered every zone over time, for small curves",
    tag: "counts",
    access: access.viewer,
    query: curvesQuery,
    status: 200,
    response: curvesResponse,
  }),
};
