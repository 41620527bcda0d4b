import { useMessages } from "@abwab/ui";
import { ActionIcon, Button, NativeSelect, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconLayoutGridAdd } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { editorMessages } from "./editor-messages.ts";
import { isChanged, type PlanDraft } from "./plan-draft.ts";

/** Metres between two lines that pieces snap to. */
const grids = [0, 0.5, 1, 2, 5];

export interface EditorToolsProps {
  draft: PlanDraft;
  grid: number;
  onGrid: (metres: number) => void;
  onLayOut: () => void;
  onStep: (step: { do: "undo" | "redo" }) => void;
}

/** What is done to the whole plan, and whether it is saved. */
export function EditorTools({ draft, grid, onGrid, onLayOut, onStep }: EditorToolsProps) {
  const t = useMessages(editorMessages);
  const unsaved = isChanged(draft);
  return (
    <div className="editor-tools">
      <Tooltip label={t("layOutHint")}>
        <Button variant="default" leftSection={<IconLayoutGridAdd size={18} aria-hidden />} onClick={onLayOut}>
          {t("layOut")}
        </Button>
      </Tooltip>
      <Step name={t("undo")} disabled={draft.past.length === 0} onClick={() => onStep({ do: "undo" })}>
        <IconArrowBackUp size={20} aria-hidden />
      </Step>
      <Step name={t("redo")} disabled={draft.future.length === 0} onClick={() => onStep({ do: "redo" })}>
        <IconArrowForwardUp size={20} aria-hidden />
      </Step>
      <NativeSelect
        aria-label={t("gridStep")}
        value={String(grid)}
        onChange={(event) => onGrid(Number(event.currentTarget.value))}
        data={grids.map((metres) => ({
          value: String(metres),
          label: metres === 0 ? t("gridNone") : t("gridMetres", { metres }),
        }))}
      />
      <span className="editor-state" role="status" data-unsaved={unsaved}>
        {unsaved ? t("unsaved") : draft.past.length > 0 ? t("saved") : ""}
      </span>
    </div>
  );
}

interface StepProps {
  name: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Step({ name, disabled, onClick, children }: StepProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon variant="default" size={42} disabled={disabled} onClick={onClick} aria-label={name}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
