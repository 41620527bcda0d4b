import type { OrganisationType } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { useId, useState } from "react";
import { CategoryIcon } from "../scan/category-icon.tsx";
import { Steps } from "../verdict/steps.tsx";
import type { Heads } from "../verdict/stage.ts";
import { groupMessages } from "./group-messages.ts";
import { useGroupName } from "./group-name.ts";
import { adultsOf, bookingOf, type Unbooked } from "./unbooked.ts";

interface UnbookedPanelProps {
  readonly first: Unbooked;
  readonly online: boolean;
  /** The booking is under way. */
  readonly busy: boolean;
  readonly onAdmit: (group: Unbooked, heads: Heads) => void;
  readonly onBack: () => void;
}

/** As many as one bus, or two, bring. */
const usual = [20, 30, 40, 50];
const types: readonly OrganisationType[] = ["school", "civil_society", "media", "institution"];

/** A group that nobody has booked: who it is, how many they are, and in. */
export function UnbookedPanel({ first, online, busy, onAdmit, onBack }: UnbookedPanelProps) {
  const t = useMessages(groupMessages);
  const { language } = useLanguage();
  const [group, setGroup] = useState(first);
  const { organisation } = group;
  const [heads, setHeads] = useState<Heads>({
    pupils: Math.min(1_000, organisation?.expectedPupils ?? 0),
    adults: Math.min(1_000, organisation?.expectedAdults ?? 0),
  });
  const people = heads.pupils + heads.adults;
  const isBooked = online && bookingOf(group) !== undefined;
  const number = formatNumber(people, language);
  return (
    <div className="unbooked" data-testid="unbooked">
      <Who group={group} onChange={setGroup} />
      <div className="unbooked-usual" role="group" aria-label={t("pupils")}>
        {usual.map((pupils) => (
          <button key={pupils} type="button" className="button" onClick={() => setHeads({ ...heads, pupils })}>
            {pupils}
          </button>
        ))}
      </div>
      <Steps label={t("pupils")} value={heads.pupils} onChange={(pupils) => setHeads({ ...heads, pupils })} />
      <Steps label={t("adults")} value={heads.adults} onChange={(adults) => setHeads({ ...heads, adults })} />
      <p className="unbooked-note" role="status">
        {!online && t("offlineNote")}
        {online && !isBooked && t("namelessNote")}
      </p>
      <div className="group-actions">
        <button type="button" className="button" disabled={busy} onClick={onBack}>
          {t("back")}
        </button>
        <button
          type="button"
          className="button button-strong group-go"
          disabled={people === 0 || busy}
          onClick={() => onAdmit(group, heads)}
        >
          {busy ? t("booking") : t(isBooked ? "book" : "count", { number })}
        </button>
      </div>
    </div>
  );
}

/** One of the registry by its name; another is named here. */
function Who({ group, onChange }: { group: Unbooked; onChange: (group: Unbooked) => void }) {
  const t = useMessages(groupMessages);
  const nameOf = useGroupName();
  const field = useId();
  const { organisation, name, type } = group;
  if (organisation) {
    return (
      <header className="unbooked-who">
        <CategoryIcon category={adultsOf[organisation.type]} size={36} />
        <div>
          <h3>
            <bdi>{nameOf(organisation)}</bdi>
          </h3>
          {organisation.city && <bdi>{organisation.city}</bdi>}
        </div>
      </header>
    );
  }
  return (
    <div className="unbooked-named">
      <label htmlFor={field}>{t("name")}</label>
      <input
        id={field}
        className="groups-search"
        value={name}
        onChange={(event) => onChange({ ...group, name: event.currentTarget.value })}
        placeholder={t("nameHint")}
        autoComplete="off"
        maxLength={200}
        enterKeyHint="done"
      />
      <div className="unbooked-types" role="group" aria-label={t("type")}>
        {types.map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={one === type}
            onClick={() => onChange({ ...group, type: one })}
          >
            {t(one)}
          </button>
        ))}
      </div>
    </div>
  );
}
