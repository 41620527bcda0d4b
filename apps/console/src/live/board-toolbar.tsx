import { useMessages } from "@abwab/ui";
import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { boardFilters, boardSorts, type BoardView } from "./board-selection.ts";
import { liveMessages } from "./live-messages.ts";

const filterTexts = {
  all: "filterAll",
  open: "filterOpen",
  restricted: "filterRestricted",
  busiest: "filterBusiest",
} as const;
const sortTexts = {
  code: "sortCode",
  entered: "sortEntered",
  inside: "sortInside",
  pace: "sortPace",
  fullness: "sortFullness",
} as const;

export interface BoardToolbarProps {
  view: BoardView;
  onChange: (view: BoardView) => void;
}

export function BoardToolbar({ view, onChange }: BoardToolbarProps) {
  const t = useMessages(liveMessages);
  return (
    <div className="board-toolbar" role="search">
      <TextInput
        className="board-search"
        type="search"
        value={view.search}
        onChange={(event) => onChange({ ...view, search: event.currentTarget.value })}
        placeholder={t("search")}
        aria-label={t("search")}
        leftSection={<IconSearch size={17} aria-hidden />}
      />
      <SegmentedControl
        aria-label={t("filter")}
        value={view.filter}
        onChange={(filter) => onChange({ ...view, filter })}
        data={boardFilters.map((value) => ({ value, label: t(filterTexts[value]) }))}
      />
      <NativeSelect
        aria-label={t("sort")}
        value={view.sort}
        disabled={view.filter === "busiest"}
        onChange={(event) => {
          const sort = boardSorts.find((each) => each === event.currentTarget.value);
          if (sort) onChange({ ...view, sort });
        }}
        data={boardSorts.map((value) => ({ value, label: t(sortTexts[value]) }))}
      />
    </div>
  );
}
