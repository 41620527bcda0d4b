import { page, pageQuery } from "../primitives.ts";
import * as schedules from "../report-schedules.ts";
import { access, route } from "../route.ts";
import { EDITION, V1 } from "./paths.ts";

const SCHEDULES = `${EDITION}/report-schedules` as const;
const SCHEDULE = `${SCHEDULES}/:id` as const;

/** Reports that are sent by themselves. */
export const reportSchedulesRoutes = {
  listReportSchedules: route({
    method: "GET",
    path: SCHEDULES,
    summary: "Reports that are sent by themselves, with when each is due next",
    tag: "report schedules",
    access: access.organiser,
    query: pageQuery,
    status: 200,
    response: page(schedules.listedReportSchedule),
  }),
  createReportSchedule: route({
    method: "POST",
    path: SCHEDULES,
    summary: "Have reports sent at closing, at the cut-off or at the end of the edition",
    tag: "report schedules",
    access: access.organiser,
    body: schedules.newReportSchedule,
    status: 201,
    response: schedules.reportSchedule,
    problems: ["edition_archived", "too_many_schedules"],
  }),
  getReportSchedule: route({
    method: "GET",
    path: SCHEDULE,
    summary: "A schedule",
    tag: "report schedules",
    access: access.organiser,
    status: 200,
    response: schedules.reportSchedule,
    versioned: true,
  }),
  changeReportSchedule: route({
    method: "PATCH",
    path: SCHEDULE,
    summary: "Change a schedule, or pause it and let it go on",
    tag: "report schedules",
    access: access.organiser,
    body: schedules.reportSchedulePatch,
    status: 200,
    response: schedules.reportSchedule,
    versioned: true,
    problems: ["edition_archived", "changed_meanwhile"],
  }),
  removeReportSchedule: route({
    method: "DELETE",
    path: SCHEDULE,
    summary: "Remove a schedule and its log",
    tag: "report schedules",
    access: access.organiser,
    status: 204,
    problems: ["edition_archived"],
  }),
  sendReportsNow: route({
    method: "POST",
    path: `${SCHEDULE}/send`,
    summary: "Send what a schedule sends, now: to everyone, or to whoever asks",
    tag: "report schedules",
    access: access.organiser,
    body: schedules.sendNow,
    status: 201,
    response: schedules.reportSending,
    problems: ["transition_not_allowed"],
  }),
  listReportSendings: route({
    method: "GET",
    path: `${SCHEDULE}/sendings`,
    summary: "What a schedule sent, to whom, and what came of each try, latest first",
    tag: "report schedules",
    access: access.organiser,
    query: pageQuery,
    status: 200,
    response: page(schedules.reportSending),
  }),
  sendReportsAgain: route({
    method: "POST",
    path: `${SCHEDULE}/sendings/:sending/send-again`,
    summary: "Try the letters again that were refused or given up",
    tag: "report schedules",
    access: access.organiser,
    status: 200,
    response: schedules.reportSending,
    problems: ["transition_not_allowed"],
  }),
  mailStatus: route({
    method: "GET",
    path: `${V1}/mail`,
    summary: "Whether the service can send e-mail",
    tag: "report schedules",
    access: access.organiser,
    status: 200,
    response: schedules.mailStatus,
  }),
};
