import { useMessages } from "@abwab/ui";
import { auditMessages } from "./audit-messages.ts";

const actionTexts = {
  "accreditation.change": "accreditationChange",
  "accreditation.create": "accreditationCreate",
  "accreditation.end": "accreditationEnd",
  "alert-rule.change": "alertRuleChange",
  "alert-rule.create": "alertRuleCreate",
  "alert-rule.remove": "alertRuleRemove",
  "alert.acknowledge": "alertAcknowledge",
  "alert.note": "alertNote",
  "alert.resolve": "alertResolve",
  "api-token.create": "tokenCreate",
  "api-token.remove": "tokenRemove",
  "checkpoint.change": "checkpointChange",
  "checkpoint.create": "checkpointCreate",
  "checkpoint.remove": "checkpointRemove",
  "communique.change": "communiqueChange",
  "communique.reset": "communiqueReset",
  "day.settle": "daySettle",
  "device.change": "deviceChange",
  "device.create-many": "deviceCreateMany",
  "device.create": "deviceCreate",
  "device.pair": "devicePair",
  "device.print-codes": "devicePrintCodes",
  "device.recover": "deviceRecover",
  "device.renew-pairing-code": "deviceRenew",
  "device.revoke": "deviceRevoke",
  "device.revoke-many": "deviceRevokeMany",
  "device.roll-token": "deviceRoll",
  "edition.change": "editionChange",
  "edition.copy": "editionCopy",
  "edition.create": "editionCreate",
  "edition.remove": "editionRemove",
  "entry.void": "entryVoid",
  "export.cancel": "exportCancel",
  "export.create": "exportCreate",
  "export.download": "exportDownload",
  "export.remove": "exportRemove",
  "export.retry": "exportRetry",
  "floor-plan.change": "floorPlanChange",
  "floor-plan.remove-background": "floorPlanPlain",
  "floor-plan.set-background": "floorPlanPicture",
  "import-mapping.forget": "mappingForget",
  "import.change": "importChange",
  "import.confirm": "importConfirm",
  "import.create": "importCreate",
  "import.decide": "importDecide",
  "import.discard": "importDiscard",
  "import.undo": "importUndo",
  "media-activity.change": "activityChange",
  "media-activity.create": "activityCreate",
  "media-activity.remove": "activityRemove",
  "operator.change": "operatorChange",
  "operator.create": "operatorCreate",
  "operator.remove": "operatorRemove",
  "organisation.change": "organisationChange",
  "organisation.create": "organisationCreate",
  "organisation.keep-apart": "organisationApart",
  "organisation.merge": "organisationMerge",
  "organisation.print-people": "organisationPeople",
  "organisation.remove": "organisationRemove",
  "organisation.undo-merge": "organisationPart",
  "pass-batch.cancel": "batchCancel",
  "pass-batch.create": "batchCreate",
  "pass-batch.revoke": "batchRevoke",
  "pass-key.create": "keyCreate",
  "pass-key.revoke": "keyRevoke",
  "pass.issue": "passIssue",
  "pass.reissue": "passReissue",
  "pass.revoke": "passRevoke",
  "person.change": "personChange",
  "person.change-password": "personPassword",
  "person.invite": "personInvite",
  "person.accept-invitation": "personAccept",
  "person.make-reset-link": "personResetLink",
  "person.reset-password": "personResetPassword",
  "invitation.renew": "invitationRenew",
  "invitation.withdraw": "invitationWithdraw",
  "account-policy.change": "accountPolicy",
  "person.create": "personCreate",
  "person.enrol-second-factor": "personEnrolFactor",
  "person.remove": "personRemove",
  "person.remove-second-factor": "personRemoveFactor",
  "person.reset-second-factor": "personResetFactor",
  "personal-data.find": "personalDataFind",
  "personal-data.erase": "personalDataErase",
  "personal-data.purge": "personalDataPurge",
  "programme.change": "programmeChange",
  "programme.create": "programmeCreate",
  "programme.remove": "programmeRemove",
  "reach.change": "reachChange",
  "reach.create": "reachCreate",
  "reach.import": "reachImport",
  "reach.remove": "reachRemove",
  "report-schedule.change": "reportScheduleChange",
  "report-schedule.create": "reportScheduleCreate",
  "report-schedule.remove": "reportScheduleRemove",
  "report-schedule.send": "reportScheduleSend",
  "report-schedule.send-again": "reportScheduleAgain",
  "slot.change": "slotChange",
  "slot.create": "slotCreate",
  "slot.remove": "slotRemove",
  "visit.book": "visitBook",
  "visit.cancel": "visitCancel",
  "visit.change": "visitChange",
  "visit.distribute": "visitDistribute",
  "webhook.change": "webhookChange",
  "webhook.create": "webhookCreate",
  "webhook.remove": "webhookRemove",
  "webhook.rotate-secret": "webhookRotate",
  "webhook.send-again": "webhookAgain",
  "webhook.test": "webhookTest",
  "zone.adjust": "zoneAdjust",
  "site.hold": "siteHold",
  "site.lift": "siteLift",
  "broadcast.send": "broadcastSend",
  "broadcast.change": "broadcastChange",
  "broadcast.withdraw": "broadcastWithdraw",
  "zone.change": "zoneChange",
  "zone.create": "zoneCreate",
  "zone.recount": "zoneRecount",
  "zone.remove": "zoneRemove",
} as const;
const isKnown = (action: string): action is keyof typeof actionTexts => Object.hasOwn(actionTexts, action);

/** What was done, in words; an action newer than this screen stands as it is kept. */
export function useActionName(): (action: string) => string {
  const t = useMessages(auditMessages);
  return (action) => (isKnown(action) ? t(actionTexts[action]) : action);
}

const kindTexts = { device: "actorDevice", token: "actorToken" } as const;

/** Who did it: a person's address, or what acted by itself. */
export function useActorName(): (actor: string) => string {
  const t = useMessages(auditMessages);
  return (actor) => {
    if (actor === "system") return t("actorSystem");
    const [kind = "", ...rest] = actor.split(" ");
    if (kind !== "device" && kind !== "token") return actor;
    return t(kindTexts[kind], { name: shortId(rest.join(" ")) });
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The last letters of an id: the first ones are a time, alike in all that were made together. */
const shortId = (text: string): string => (UUID.test(text) ? `…${text.slice(-8)}` : text);

/** What it was done to. Its kind stands in the action; a device has a name where the event tells it. */
export function subjectName(subject: string, after: unknown): string {
  const [kind = "", ...rest] = subject.split(" ");
  const name = typeof after === "object" && after !== null && "name" in after ? after.name : undefined;
  if (rest.length === 0) return shortId(kind);
  const id = shortId(rest.join(" "));
  return kind === "device" && typeof name === "string" ? `${name} (${id})` : id;
}
