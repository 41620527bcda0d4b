import type { Zone, ZonePlacement } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { memo, type KeyboardEvent, type PointerEvent } from "react";
import { editorMessages } from "./editor-messages.ts";
import type { Piece } from "./plan-draft.ts";
import { boundsOf, letterHeight, middleOf } from "./plan-geometry.ts";
import { PlanShape } from "./plan-shape.tsx";

export interface EditorZoneProps {
  zone: Zone;
  placement: ZonePlacement;
  chosen: boolean;
  onGrip: (event: PointerEvent<SVGElement>, piece: Piece) => void;
  onKey: (event: KeyboardEvent, piece: Piece) => void;
  onChoose: (piece: Piece) => void;
}

/** A zone that can be taken hold of. */
export const EditorZone = memo(function EditorZone(props: EditorZoneProps) {
  const { zone, placement, chosen, onGrip, onKey, onChoose } = props;
  const t = useMessages(editorMessages);
  const { language } = useLanguage();
  const piece: Piece = { kind: "zone", code: zone.code };
  const box = boundsOf(placement);
  const { x, y } = middleOf(box);
  const size = Math.min(letterHeight(box, Math.max(4, zone.code.length), 1), box.height / 3, 7);
  const { width, height } = box;
  const place = t("place", { x: box.x, y: box.y, width, height });
  return (
    <g
      className="editor-zone"
      data-grip
      data-zone={zone.code}
      data-kind={zone.kind}
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={`${zone.code} ${localName(zone.names, language)}, ${place}`}
      onPointerDown={(event) => onGrip(event, piece)}
      onKeyDown={(event) => onKey(event, piece)}
      onFocus={() => onChoose(piece)}
    >
      <PlanShape placement={placement} className="editor-fill" />
      <text className="editor-code" x={x} y={y + size * 0.35} fontSize={size} aria-hidden>
        {zone.code}
      </text>
    </g>
  );
});
