import type { DeviceVisit } from "@abwab/contract";
import { formatTime, useLanguage, useMessages } from "@abwab/ui";
import { CategoryIcon } from "../scan/category-icon.tsx";
import { groupMessages } from "./group-messages.ts";
import { useGroupName } from "./group-name.ts";
import { adultsOf } from "./unbooked.ts";

interface ExpectedGroupsProps {
  readonly groups: readonly DeviceVisit[];
  readonly isSearch: boolean;
  /** When the list was read, own clock in milliseconds; undefined where there is none. */
  readonly readAt: number | undefined;
  readonly online: boolean;
  readonly timeZone: string;
  readonly onChoose: (group: DeviceVisit) => void;
}

/** More than a thumb scrolls through are found by a word of their name. */
const MOST_SHOWN = 40;

/** The groups that are expected here today, who is still to come first. */
export function ExpectedGroups({ groups, isSearch, readAt, online, timeZone, onChoose }: ExpectedGroupsProps) {
  const t = useMessages(groupMessages);
  const { language } = useLanguage();
  const more = groups.length - MOST_SHOWN;
  return (
    <section className="groups-part" aria-labelledby="groups-today">
      <h3 id="groups-today">{t("today")}</h3>
      {readAt === undefined && <p className="sheet-note">{t("noList")}</p>}
      {readAt !== undefined && !online && (
        <p className="sheet-note">{t("oldList", { time: formatTime(readAt, language, { timeZone }) })}</p>
      )}
      {readAt !== undefined && groups.length === 0 && (
        <p className="sheet-note">{t(isSearch ? "noneFound" : "noneToday")}</p>
      )}
      <ul className="groups-rows">
        {groups.slice(0, MOST_SHOWN).map((group) => (
          <li key={group.visit.id}>
            <ExpectedGroup group={group} timeZone={timeZone} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="sheet-note">{t("more", { count: more })}</p>}
    </section>
  );
}

function ExpectedGroup({
  group,
  timeZone,
  onChoose,
}: Pick<ExpectedGroupsProps, "timeZone" | "onChoose"> & { group: DeviceVisit }) {
  const t = useMessages(groupMessages);
  const nameOf = useGroupName();
  const { language } = useLanguage();
  const { organisation, slot, pupils, adults, state, arrived, walkIn } = group.visit;
  const come = arrived.pupils + arrived.adults;
  return (
    <button type="button" className="groups-row" data-state={state} onClick={() => onChoose(group)}>
      <CategoryIcon category={adultsOf[organisation.type]} size={30} />
      <span className="groups-what">
        <b>
          <bdi>{nameOf(organisation)}</bdi>
        </b>
        <small>
          {organisation.city && <bdi>{organisation.city}</bdi>}
          <span>{t("heads", { pupils, adults })}</span>
        </small>
        {(come > 0 || state === "late" || walkIn) && (
          <small className="groups-state">
            {state === "late" && <span>{t("late")}</span>}
            {come > 0 && <span>{t("arrived", { arrived: come, planned: pupils + adults })}</span>}
            {walkIn && <span>{t("walkIn")}</span>}
          </small>
        )}
      </span>
      {slot && <time className="groups-time">{formatTime(slot.startsAt, language, { timeZone })}</time>}
    </button>
  );
}
