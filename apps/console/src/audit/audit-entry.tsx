import type { AuditEvent } from "@abwab/contract";
import { formatDate, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import { ChangeTable } from "./change-table.tsx";
import { fieldChanges } from "./audit-changes.ts";
import { auditMessages } from "./audit-messages.ts";
import { subjectName, useActionName, useActorName } from "./audit-names.ts";

const colours: Readonly<Record<string, string>> = { create: "forest", remove: "clay", revoke: "clay", void: "clay" };
const colourOf = (action: string): string => colours[action.split(".")[1] ?? ""] ?? "brass";

/** One change: who, what, when, from where, and what it was before and after. */
export function AuditEntry({ event }: { event: AuditEvent }) {
  const t = useMessages(auditMessages);
  const { language } = useLanguage();
  const actionName = useActionName();
  const actorName = useActorName();
  const changes = fieldChanges(event.before, event.after);
  return (
    <li className="card audit-entry">
      <dl className="audit-facts">
        <div className="audit-what">
          <dt className="visually-hidden">{t("what")}</dt>
          <dd>
            <Badge color={colourOf(event.action)} size="lg">
              {actionName(event.action)}
            </Badge>
          </dd>
        </div>
        <div className="audit-subject">
          <dt className="visually-hidden">{t("subject")}</dt>
          <dd>
            <bdi title={event.subject}>{subjectName(event.subject, event.after)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("who")}</dt>
          <dd>
            <bdi title={event.actorName}>{actorName(event.actorName)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("when")}</dt>
          <dd>
            <time dateTime={event.at}>
              {formatDate(event.at, language)}{" "}
              <bdi className="abwab-number">{formatTime(event.at, language, { seconds: true })}</bdi>
            </time>
          </dd>
        </div>
        <div>
          <dt>{t("from")}</dt>
          <dd>
            <bdi>{event.address ?? "–"}</bdi>
          </dd>
        </div>
      </dl>
      {changes.length > 0 && (
        <details className="audit-changes">
          <summary>
            {t("changes")} <span className="abwab-number">({changes.length})</span>
          </summary>
          <ChangeTable changes={changes} />
        </details>
      )}
    </li>
  );
}
