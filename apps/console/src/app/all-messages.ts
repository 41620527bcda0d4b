import { organisationWords, type Messages } from "@abwab/ui";
import { alertMessages } from "../alerts/alert-messages.ts";
import { ruleMessages } from "../alerts/rule-messages.ts";
import { audienceMessages } from "../audience/audience-messages.ts";
import { webhookMessages } from "../alerts/webhook-messages.ts";
import { auditMessages } from "../audit/audit-messages.ts";
import { communiqueMessages } from "../communique/communique-messages.ts";
import { conflictMessages } from "../conflicts/conflict-messages.ts";
import { dayMessages } from "../days/day-messages.ts";
import { deviceMessages } from "../devices/device-messages.ts";
import { manyDevicesMessages } from "../devices/many-devices-messages.ts";
import { copyMessages } from "../editions/copy-messages.ts";
import { editionMessages } from "../editions/edition-messages.ts";
import { policyMessages } from "../editions/policy-messages.ts";
import { exportLinkMessages } from "../exports/export-link-messages.ts";
import { exportMessages } from "../exports/export-messages.ts";
import { faultMessages, rowProblemMessages } from "../imports/fault-messages.ts";
import { guardedMessages } from "../guarded/guarded-messages.ts";
import { importMessages } from "../imports/import-messages.ts";
import { editorMessages } from "../floor-plan/editor-messages.ts";
import { planMessages } from "../floor-plan/plan-messages.ts";
import { boardMessages } from "../live/board-messages.ts";
import { timeTravelMessages } from "../live/time-travel-messages.ts";
import { liveMessages } from "../live/live-messages.ts";
import { chartMessages } from "../charts/chart-messages.ts";
import { outlookMessages } from "../outlook/outlook-messages.ts";
import { organisationMessages } from "../organisations/organisation-messages.ts";
import { mediaMessages } from "../media/media-messages.ts";
import { ledgerMessages } from "../pavilion/ledger-messages.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { passMessages } from "../passes/pass-messages.ts";
import { paletteMessages } from "../palette/palette-messages.ts";
import { accountMessages } from "../people/account-messages.ts";
import { linkMessages } from "../people/link-messages.ts";
import { scopeMessages } from "../people/scope-messages.ts";
import { peopleMessages } from "../people/people-messages.ts";
import { publicCounterMessages } from "../public-counter/public-counter-messages.ts";
import { programmeMessages } from "../programme/programme-messages.ts";
import { reachMessages } from "../reach/reach-messages.ts";
import { comparisonMessages } from "../reports/comparison-messages.ts";
import { reportMessages } from "../reports/report-messages.ts";
import { invitationMessages } from "../sign-in/invitation-messages.ts";
import { scheduleMessages } from "../schedules/schedule-messages.ts";
import { personalMessages } from "../personal-data/personal-messages.ts";
import { madeReportMessages } from "../made-reports/made-report-messages.ts";
import { signInMessages } from "../sign-in/sign-in-messages.ts";
import { staffMessages } from "../staff/staff-messages.ts";
import { steeringMessages } from "../steering/steering-messages.ts";
import { tableMessages } from "../tables/table-messages.ts";
import { distributionMessages } from "../visits/distribution-messages.ts";
import { representedMessages } from "../visits/represented-messages.ts";
import { slotMessages } from "../visits/slot-messages.ts";
import { visitMessages } from "../visits/visit-messages.ts";
import { appMessages } from "./app-messages.ts";
import { fieldMessages } from "./field-messages.ts";
import { problemMessages } from "./problem-messages.ts";

/** The texts of the whole console. */
export const allMessages: readonly Messages<object>[] = [
  appMessages,
  tableMessages,
  paletteMessages,
  problemMessages,
  fieldMessages,
  signInMessages,
  invitationMessages,
  linkMessages,
  scopeMessages,
  liveMessages,
  boardMessages,
  planMessages,
  editorMessages,
  alertMessages,
  ruleMessages,
  webhookMessages,
  timeTravelMessages,
  pavilionMessages,
  ledgerMessages,
  deviceMessages,
  manyDevicesMessages,
  accountMessages,
  peopleMessages,
  copyMessages,
  editionMessages,
  policyMessages,
  dayMessages,
  programmeMessages,
  reachMessages,
  reportMessages,
  scheduleMessages,
  madeReportMessages,
  communiqueMessages,
  comparisonMessages,
  publicCounterMessages,
  auditMessages,
  personalMessages,
  passMessages,
  staffMessages,
  steeringMessages,
  conflictMessages,
  organisationMessages,
  importMessages,
  exportLinkMessages,
  exportMessages,
  guardedMessages,
  faultMessages,
  rowProblemMessages,
  organisationWords,
  distributionMessages,
  representedMessages,
  slotMessages,
  visitMessages,
  mediaMessages,
  chartMessages,
  outlookMessages,
  audienceMessages,
];
