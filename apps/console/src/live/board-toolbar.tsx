import { useMessages } from "@abwab/ui";
import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { IconLayoutGrid, IconMap2, IconSearch, IconTable } from "@tabler/icons-react";
import { boardFilters, boardKinds, boardSorts } from "./board-selection.ts";
import { boardMessages } from "./board-messages.ts";
import { boardShapes, type BoardView } from "./use-board-view.ts";

const shapeIcons = { tiles: IconLayoutGrid, plan: IconMap2, table: IconTable } as const;

export interface BoardToolbarProps {
  view: BoardView;
  onChange: (change: Partial<BoardView>) => void;
}

/** What is shown of the same rows, and how. */
export function BoardToolbar({ view, onChange }: BoardToolbarProps) {
  const t = useMessages(boardMessages);
  return (
    <div className="board-toolbar" role="search">
      <SegmentedControl
        className="board-shapes"
        aria-label={t("view")}
        value={view.view}
        onChange={(shape) => onChange({ view: shape })}
        data={boardShapes.map((value) => {
          const Icon = shapeIcons[value];
          return {
            value,
            label: (
              <span className="board-shape">
                <Icon size={17} aria-hidden /> {t(`view-${value}`)}
              </span>
            ),
          };
        })}
      />
      <TextInput
        className="board-search"
        type="search"
        value={view.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
        placeholder={t("search")}
        aria-label={t("search")}
        leftSection={<IconSearch size={17} aria-hidden />}
      />
      <NativeSelect
        aria-label={t("kind")}
        value={view.kind}
        onChange={(event) => {
          const kind = boardKinds.find((each) => each === event.currentTarget.value);
          if (kind) onChange({ kind });
        }}
        data={boardKinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
      />
      <NativeSelect
        aria-label={t("filter")}
        value={view.filter}
        onChange={(event) => {
          const filter = boardFilters.find((each) => each === event.currentTarget.value);
          if (filter) onChange({ filter });
        }}
        data={boardFilters.map((value) => ({ value, label: t(`filter-${value}`) }))}
      />
      {view.view === "tiles" && (
        <NativeSelect
          aria-label={t("sort")}
          value={view.sort}
          disabled={view.filter === "busiest"}
          onChange={(event) => {
            const sort = boardSorts.find((each) => each === event.currentTarget.value);
            if (sort) onChange({ sort, reverse: false });
          }}
          data={boardSorts.map((value) => ({ value, label: t(`sort-${value}`) }))}
        />
      )}
    </div>
  );
}
