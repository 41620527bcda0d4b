import * as alerts from "../alerts.ts";
import { page, pageQuery } from "../primitives.ts";
import { access, route } from "../route.ts";
import { EDITION } from "./paths.ts";

const RULES = `${EDITION}/alert-rules` as const;
const ALERT = `${EDITION}/alerts/:id` as const;

/** What rings when a figure of an edition needs somebody. */
export const alertsRoutes = {
  listAlerts: route({
    method: "GET",
    path: `${EDITION}/alerts`,
    summary: "Alerts that the caller's role sees, latest first",
    tag: "alerts",
    access: access.viewer,
    query: alerts.alertQuery,
    status: 200,
    response: alerts.alertPage,
  }),
  acknowledgeAlert: route({
    method: "POST",
    path: `${ALERT}/acknowledge`,
    summary: "Say that somebody looks after an alert",
    tag: "alerts",
    access: access.supervisor,
    body: alerts.alertRemark,
    status: 200,
    response: alerts.alert,
    problems: ["transition_not_allowed"],
  }),
  resolveAlert: route({
    method: "POST",
    path: `${ALERT}/resolve`,
    summary: "End an alert; it is silent for its quiet period",
    tag: "alerts",
    access: access.supervisor,
    body: alerts.alertRemark,
    status: 200,
    response: alerts.alert,
    problems: ["transition_not_allowed"],
  }),
  noteAlert: route({
    method: "POST",
    path: `${ALERT}/note`,
    summary: "Write something down beside an alert",
    tag: "alerts",
    access: access.supervisor,
    body: alerts.newAlertNote,
    status: 200,
    response: alerts.alert,
    problems: ["transition_not_allowed"],
  }),
  listAlertRules: route({
    method: "GET",
    path: RULES,
    summary: "What rings, and when",
    tag: "alerts",
    access: access.organiser,
    query: pageQuery,
    status: 200,
    response: page(alerts.alertRule),
  }),
  createAlertRule: route({
    method: "POST",
    path: RULES,
    summary: "Add a rule",
    tag: "alerts",
    access: access.organiser,
    body: alerts.newAlertRule,
    status: 201,
    response: alerts.alertRule,
    problems: ["edition_archived"],
  }),
  changeAlertRule: route({
    method: "PATCH",
    path: `${RULES}/:id`,
    summary: "Change a rule, or switch it off and on",
    tag: "alerts",
    access: access.organiser,
    body: alerts.alertRulePatch,
    status: 200,
    response: alerts.alertRule,
    problems: ["edition_archived"],
  }),
  removeAlertRule: route({
    method: "DELETE",
    path: `${RULES}/:id`,
    summary: "Remove a rule; its open alerts end",
    tag: "alerts",
    access: access.organiser,
    status: 204,
    problems: ["edition_archived"],
  }),
};
