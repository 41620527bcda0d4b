import type { DoorPlacement } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { memo, type KeyboardEvent, type PointerEvent } from "react";
import { editorMessages } from "./editor-messages.ts";
import type { Piece } from "./plan-draft.ts";

export interface EditorDoorProps {
  door: DoorPlacement;
  size: number;
  chosen: boolean;
  onGrip: (event: PointerEvent<SVGElement>, piece: Piece) => void;
  onKey: (event: KeyboardEvent, piece: Piece) => void;
  onChoose: (piece: Piece) => void;
}

/** A checkpoint's pin that can be taken hold of. */
export const EditorDoor = memo(function EditorDoor({ door, size, chosen, onGrip, onKey, onChoose }: EditorDoorProps) {
  const t = useMessages(editorMessages);
  const piece: Piece = { kind: "door", code: door.checkpoint };
  return (
    <g
      className="editor-door"
      data-grip
      data-door={door.checkpoint}
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={`${door.checkpoint}, ${t("placeDoor", { x: door.x, y: door.y })}`}
      transform={`translate(${door.x} ${door.y})`}
      onPointerDown={(event) => onGrip(event, piece)}
      onKeyDown={(event) => onKey(event, piece)}
      onFocus={() => onChoose(piece)}
    >
      <circle r={size} />
      <text fontSize={size * 0.95} y={size * 0.34} aria-hidden>
        {door.checkpoint}
      </text>
    </g>
  );
});
