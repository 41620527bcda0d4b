import * as operators from "../operators.ts";
import { page, pageQuery } from "../primitives.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

/** Gate staff who sign on to devices. */
export const operatorsRoutes = {
  listOperators: route({
    method: "GET",
    path: `${EDITION}/operators`,
    summary: "List the gate staff",
    tag: "operators",
    access: access.supervisor,
    query: pageQuery,
    status: 200,
    response: page(operators.operator),
  }),
  createOperator: route({
    method: "POST",
    path: `${EDITION}/operators`,
    summary: "Add a member of the gate staff",
    tag: "operators",
    access: access.organiser,
    body: operators.newOperator,
    status: 201,
    response: operators.operator,
    problems: ["already_exists", "edition_archived"],
  }),
  getOperator: route({
    method: "GET",
    path: `${EDITION}/operators/:code`,
    summary: "One member of the gate staff",
    tag: "operators",
    access: access.supervisor,
    versioned: true,
    status: 200,
    response: operators.operator,
  }),
  changeOperator: route({
    method: "PATCH",
    path: `${EDITION}/operators/:code`,
    summary: "Rename, set another PIN or badge, let go or take back",
    tag: "operators",
    access: access.organiser,
    body: operators.operatorPatch,
    versioned: true,
    status: 200,
    response: operators.operator,
    problems: ["edition_archived"],
  }),
  removeOperator: route({
    method: "DELETE",
    path: `${EDITION}/operators/:code`,
    summary: "Remove a member of the gate staff; entries keep the code",
    tag: "operators",
    access: access.organiser,
    status: 204,
    problems: ["edition_archived"],
  }),
};
