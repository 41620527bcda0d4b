import type { Client } from "@abwab/api-client";
import type { DeviceOrganisation, DeviceVisit } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { IconPlus } from "@tabler/icons-react";
import { CategoryIcon } from "../scan/category-icon.tsx";
import { groupMessages } from "./group-messages.ts";
import { useGroupName } from "./group-name.ts";
import { adultsOf } from "./unbooked.ts";
import { useRegister } from "./use-register.ts";

interface RegisterResultsProps {
  readonly client: Client;
  readonly typed: string;
  readonly online: boolean;
  /** Those who are expected stand above already. */
  readonly listed: readonly DeviceVisit[];
  /** undefined: one that isn't in the registry. */
  readonly onChoose: (organisation: DeviceOrganisation | undefined) => void;
}

/** Groups that nobody has booked: of the registry by name, and whoever isn't in it. */
export function RegisterResults({ client, typed, online, listed, onChoose }: RegisterResultsProps) {
  const t = useMessages(groupMessages);
  const nameOf = useGroupName();
  const found = useRegister(client, typed, online);
  const expected = new Set(listed.map(({ visit }) => visit.organisation.id));
  const others = found?.filter(({ id }) => !expected.has(id));
  const name = typed.trim();
  return (
    <section className="groups-part" aria-label={t("notListed")}>
      {!online && name !== "" && <p className="sheet-note">{t("registerOffline")}</p>}
      {(others === undefined || others.length > 0) && <h3>{t("register")}</h3>}
      <p className="unseen" role="status">
        {others === undefined && t("searching")}
      </p>
      <ul className="groups-rows">
        {others?.map((organisation) => (
          <li key={organisation.id}>
            <button type="button" className="groups-row" data-state="unbooked" onClick={() => onChoose(organisation)}>
              <CategoryIcon category={adultsOf[organisation.type]} size={30} />
              <span className="groups-what">
                <b>
                  <bdi>{nameOf(organisation)}</bdi>
                </b>
                {organisation.city && (
                  <small>
                    <bdi>{organisation.city}</bdi>
                  </small>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button groups-unbooked" onClick={() => onChoose(undefined)}>
        <IconPlus aria-hidden />
        <span>{name === "" ? t("notListed") : t("notListedNamed", { name })}</span>
      </button>
    </section>
  );
}
