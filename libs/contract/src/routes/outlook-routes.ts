import { attendanceBreakdown, attendanceQuery } from "../attendance.ts";
import { outlook, outlookQuery } from "../outlook.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** What is still to come, and who has come. */
export const outlookRoutes = {
  outlook: route({
    method: "GET",
    path: `${EDITION}/outlook`,
    summary: "The day as it goes: its curve beside others, the forecast with its range, the record, milestones",
    tag: "counts",
    access: access.viewer,
    query: outlookQuery,
    status: 200,
    response: outlook,
    problems: ["not_found"],
  }),
  attendance: route({
    method: "GET",
    path: `${EDITION}/attendance-breakdown`,
    summary:
      "Who came: categories, organisations, places of groups and of the sampled public, zones with peaks and stays",
    tag: "counts",
    access: access.viewer,
    query: attendanceQuery,
    status: 200,
    response: attendanceBreakdown,
    problems: ["not_found"],
  }),
};
