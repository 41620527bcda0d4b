import type { Direction } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { IconChevronDown, IconDoorEnter, IconDoorExit } from "@tabler/icons-react";
import { useState } from "react";
import { Sheet } from "../app/sheet.tsx";
import { CategoryIcon } from "./category-icon.tsx";
import { useCategoryName } from "./category-messages.ts";
import { scanMessages } from "./scan-messages.ts";
import type { Tally } from "./use-tally.ts";

interface ChoicesProps {
  readonly tally: Tally;
  readonly directions: readonly Direction[];
  readonly categories: readonly string[];
}

/** Who crosses, and which way: what every tap counts until it is changed. */
export function Choices({ tally, directions, categories }: ChoicesProps) {
  return (
    <div className="choices">
      {directions.length > 1 && <DirectionChoice tally={tally} directions={directions} />}
      <CategoryChoice tally={tally} categories={categories} />
    </div>
  );
}

function DirectionChoice({ tally, directions }: Pick<ChoicesProps, "tally" | "directions">) {
  const t = useMessages(scanMessages);
  return (
    <div className="directions" role="group" aria-label={t("direction")}>
      {directions.map((direction) => {
        const Icon = direction === "in" ? IconDoorEnter : IconDoorExit;
        return (
          <button
            key={direction}
            type="button"
            className="direction"
            data-direction={direction}
            aria-pressed={tally.choice.direction === direction}
            onClick={() => tally.choose({ direction })}
          >
            <Icon className="mirrored" aria-hidden />
            {t(direction)}
          </button>
        );
      })}
    </div>
  );
}

function CategoryChoice({ tally, categories }: Pick<ChoicesProps, "tally" | "categories">) {
  const t = useMessages(scanMessages);
  const nameOf = useCategoryName();
  const [open, setOpen] = useState(false);
  const { category } = tally.choice;
  return (
    <>
      <button
        type="button"
        className="button category-button"
        aria-haspopup="dialog"
        aria-label={`${t("category")}: ${nameOf(category)}`}
        onClick={() => setOpen(true)}
      >
        <CategoryIcon category={category} />
        <span className="category-name">{nameOf(category)}</span>
        <IconChevronDown aria-hidden />
      </button>
      {open && (
        <Sheet title={t("chooseCategory")} onClose={() => setOpen(false)}>
          <div className="category-grid">
            {categories.map((one) => (
              <button
                key={one}
                type="button"
                className="category-tile"
                aria-pressed={one === category}
                onClick={() => {
                  tally.choose({ category: one });
                  setOpen(false);
                }}
              >
                <CategoryIcon category={one} size={36} />
                {nameOf(one)}
              </button>
            ))}
          </div>
          <p className="sheet-note">{t("stays")}</p>
        </Sheet>
      )}
    </>
  );
}
