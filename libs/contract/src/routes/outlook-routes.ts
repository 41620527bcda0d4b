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
};
