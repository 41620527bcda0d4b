import { formatNumber, formatTime, useLanguage, useMessages } from "@abwab/ui";
import type { Outbox, OutboxRecord } from "../outbox/index.ts";
import { useCategoryName } from "./category-messages.ts";
import { useRefusalText } from "./refusal-messages.ts";
import { scanMessages } from "./scan-messages.ts";

interface RefusedListProps {
  readonly refused: readonly OutboxRecord[];
  readonly outbox: Outbox;
  readonly timeZone: string;
}

/** What the service would not count, and why: nothing leaves this list but by a person's hand. */
export function RefusedList({ refused, outbox, timeZone }: RefusedListProps) {
  const t = useMessages(scanMessages);
  const nameOf = useCategoryName();
  const reasonOf = useRefusalText();
  const { language } = useLanguage();
  return (
    <ol className="refused-list">
      {refused.map((record) => (
        <li key={record.id} className="refused">
          <p>
            <b>
              {record.kind === "void"
                ? t("refusedVoid", { number: formatNumber(-record.headcount, language) })
                : formatNumber(record.headcount, language, { signed: true })}
            </b>{" "}
            {t(record.direction)} · {nameOf(record.category)} · <bdi>{record.checkpoint}</bdi> ·{" "}
            <bdi>{formatTime(record.madeAt, language, { timeZone, seconds: true })}</bdi>
          </p>
          <p className="refused-reason">{reasonOf(record.refusal?.code ?? "invalid")}</p>
          <div className="refused-actions">
            <button type="button" className="button" onClick={() => void outbox.acknowledge(record.id, true)}>
              {t("sendAgain")}
            </button>
            <button type="button" className="button" onClick={() => void outbox.acknowledge(record.id, false)}>
              {t("remove")}
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}
