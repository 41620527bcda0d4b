import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { appMessages } from "../app/app-messages.ts";
import type { FieldChange } from "./audit-changes.ts";
import { auditMessages } from "./audit-messages.ts";

/** What was there before and after, line by line. Fields stand as the contract names them. */
export function ChangeTable({ changes }: { changes: readonly FieldChange[] }) {
  const t = useMessages(auditMessages);
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("before")}</th>
          <th scope="col">{t("after")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">
              <bdi dir="ltr">{path}</bdi>
            </th>
            <td data-label={t("before")}>
              {before === undefined ? (
                "–"
              ) : (
                <del>
                  <Value value={before} />
                </del>
              )}
            </td>
            <td data-label={t("after")}>
              {after === undefined ? (
                "–"
              ) : (
                <ins>
                  <Value value={after} />
                </ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value }: { value: unknown }) {
  const t = useMessages(auditMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return t("nothing");
  if (typeof value === "boolean") return app(value ? "yes" : "no");
  if (typeof value === "number") return <bdi className="abwab-number">{formatNumber(value, language)}</bdi>;
  return (
    <bdi>{Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : JSON.stringify(value)}</bdi>
  );
}
