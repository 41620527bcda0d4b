import type { BroadcastReceipt } from "@abwab/contract";
import { formatTime, useLanguage, useMessages } from "@abwab/ui";
import { useQuery } from "@tanstack/react-query";
import { ListTable } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { steeringMessages } from "./steering-messages.ts";
import { receiptsQuery } from "./steering-queries.ts";

/** Every device that a message is for: those that have not read it first. */
export function BroadcastReceipts({ slug, id, timeZone }: { slug: string; id: string; timeZone: string }) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const receipts = useQuery(receiptsQuery(slug, id));
  const time = (at: string) => formatTime(at, language, { timeZone });
  const state = ({ acknowledgedAt, shownAt, operator }: BroadcastReceipt) => {
    if (acknowledgedAt !== null) {
      return `${t("readAt", { time: time(acknowledgedAt) })}${operator === null ? "" : ` (${operator})`}`;
    }
    return shownAt === null ? t("notYet") : t("shownAt", { time: time(shownAt) });
  };
  const rank = ({ acknowledgedAt, shownAt }: BroadcastReceipt) =>
    Number(shownAt !== null) + Number(acknowledgedAt !== null);
  return (
    <>
      <ProblemAlert error={receipts.error} retry={() => void receipts.refetch()} />
      {receipts.data && (
        <ListTable
          caption={t("who")}
          name={`receipts-${id}`}
          rows={receipts.data.toSorted((a, b) => rank(a) - rank(b))}
          keyOf={({ device }) => device}
          columns={[
            { key: "name", value: ({ name }) => name, title: t("device"), cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: "door",
              value: ({ checkpoint }) => checkpoint,
              title: t("door"),
              cell: ({ checkpoint }) => <bdi>{checkpoint}</bdi>,
            },
            {
              key: "on",
              value: ({ display }) => t(display === "wall" ? "walls" : "kiosks"),
              title: t("displays"),
              cell: ({ display }) => t(display === "wall" ? "walls" : "kiosks"),
            },
            { key: "state", value: state, title: t("state"), cell: state },
          ]}
        />
      )}
    </>
  );
}
