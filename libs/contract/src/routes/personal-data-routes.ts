import * as personal from "../personal-data.ts";
import { access, route } from "../route.ts";
import { V1 } from "./paths.ts";

/** What is held of persons, found and erased (P1). */
export const personalDataRoutes = {
  personalHoldings: route({
    method: "GET",
    path: `${V1}/personal-data`,
    summary: "How much is held of persons, where and until when",
    tag: "personal data",
    access: access.administrator,
    status: 200,
    response: personal.personalHoldings,
  }),
  findPerson: route({
    method: "POST",
    path: `${V1}/personal-data/search`,
    summary: "Everything that is held of one person; it stands on the audit trail that somebody looked",
    tag: "personal data",
    access: access.administrator,
    body: personal.personalSearch,
    status: 200,
    response: personal.personalFindings,
  }),
  erasePerson: route({
    method: "POST",
    path: `${V1}/personal-data/erase`,
    summary: "Erase what is held of a person, for good; no count changes",
    tag: "personal data",
    access: access.administrator,
    body: personal.erasureRequest,
    status: 200,
    response: personal.erasure,
    problems: ["in_use", "last_administrator"],
  }),
};
