import { visitState, type Edition, type VisitState } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { UnstyledButton } from "@mantine/core";
import { SearchField } from "../app/search-field.tsx";
import { DayAndZone } from "./day-and-zone.tsx";
import { ProvinceSelect } from "./province-select.tsx";
import type { VisitView } from "./use-visit-view.ts";
import { visitMessages, visitStateTexts } from "./visit-messages.ts";
import { visitStateLooks } from "./visit-state-looks.ts";

export interface BoardToolbarProps {
  edition: Edition;
  view: VisitView;
  /** How many visits of the day are in each state. */
  byState: Readonly<Record<VisitState, number>>;
  onChange: (change: Partial<VisitView>) => void;
}

export function BoardToolbar({ edition, view, byState, onChange }: BoardToolbarProps) {
  const t = useMessages(visitMessages);
  return (
    <div role="search" className="visit-toolbar">
      <div className="visit-filters">
        <DayAndZone edition={edition} day={view.day} zone={view.zone} onChange={onChange} />
        <SearchField label={t("search")} value={view.search} onSearch={(search) => onChange({ search })} />
        <ProvinceSelect value={view.province} onChange={(province) => onChange({ province })} />
      </div>
      <div role="group" aria-label={t("state")} className="visit-states">
        {visitState.options.map((state) => (
          <StateFilter
            key={state}
            state={state}
            count={byState[state]}
            chosen={view.state === state}
            onChoose={() => onChange({ state: view.state === state ? "" : state })}
          />
        ))}
      </div>
    </div>
  );
}

interface StateFilterProps {
  state: VisitState;
  count: number;
  chosen: boolean;
  onChoose: () => void;
}

/** How many visits are in a state, and a press that leaves only them on the board. */
function StateFilter({ state, count, chosen, onChoose }: StateFilterProps) {
  const t = useMessages(visitMessages);
  const Icon = visitStateLooks[state];
  return (
    <UnstyledButton
      className="visit-state-filter"
      data-state={state}
      data-none={count === 0}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Icon size={17} aria-hidden />
      {t(visitStateTexts[state])} <Num value={count} />
    </UnstyledButton>
  );
}
