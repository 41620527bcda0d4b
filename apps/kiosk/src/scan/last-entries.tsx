import { formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { IconArrowBackUp, IconCheck, IconClockHour4, IconDoorEnter, IconDoorExit, IconX } from "@tabler/icons-react";
import { useNow } from "../app/use-now.ts";
import { canUndo, type OutboxRecord } from "../outbox/index.ts";
import { useCategoryName } from "./category-messages.ts";
import { scanMessages } from "./scan-messages.ts";

interface EntriesProps {
  readonly entries: readonly OutboxRecord[];
  readonly timeZone: string;
  readonly onUndo: (id: string) => void;
}

/** The last entries of this kiosk, each with its own way back. */
export function LastEntries({ entries, timeZone, onUndo }: EntriesProps) {
  const t = useMessages(scanMessages);
  if (entries.length === 0) return <p className="sheet-note">{t("noneYet")}</p>;
  return (
    <ol className="entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryLine entry={entry} timeZone={timeZone} onUndo={onUndo} />
        </li>
      ))}
    </ol>
  );
}

const states = {
  queued: { text: "stateWaiting", icon: IconClockHour4 },
  settled: { text: "stateSent", icon: IconCheck },
  refused: { text: "stateRefused", icon: IconX },
  asked: { text: "stateWaiting", icon: IconClockHour4 },
} as const;

interface EntryLineProps extends Pick<EntriesProps, "timeZone" | "onUndo"> {
  readonly entry: OutboxRecord;
  /** Opens the list of the last entries. */
  readonly onOpen?: () => void;
}

export function EntryLine({ entry, timeZone, onUndo, onOpen }: EntryLineProps) {
  const t = useMessages(scanMessages);
  const nameOf = useCategoryName();
  const { language } = useLanguage();
  const now = useNow(5_000);
  const time = formatTime(entry.madeAt, language, { timeZone, seconds: true });
  const undone = entry.voidedBy !== undefined;
  const { text, icon: State } = states[entry.state];
  const Direction = entry.direction === "in" ? IconDoorEnter : IconDoorExit;
  const name = nameOf(entry.category);
  const what = (
    <>
      <Direction className="mirrored" size={24} aria-hidden />
      <b className="entry-count">
        <Num value={entry.headcount} signed />
      </b>
      <span className="entry-what">
        <span>{entry.direction === "out" ? `${name} · ${t("out")}` : name}</span>
        <small>
          <bdi>{time}</bdi>
          <State size={16} aria-hidden /> {undone ? t("undone") : t(text)}
        </small>
      </span>
    </>
  );
  return (
    <div className="entry" data-state={entry.state} data-undone={undone} data-direction={entry.direction}>
      {onOpen ? (
        <button type="button" className="entry-open" onClick={onOpen} aria-label={t("showAll")}>
          {what}
        </button>
      ) : (
        <div className="entry-open">{what}</div>
      )}
      {canUndo(entry, now) && (
        <button
          type="button"
          className="button entry-undo"
          onClick={() => onUndo(entry.id)}
          aria-label={t("undoOne", { number: entry.headcount, category: name, time })}
        >
          <IconArrowBackUp className="mirrored" aria-hidden />
          {t("undo")}
        </button>
      )}
    </div>
  );
}
