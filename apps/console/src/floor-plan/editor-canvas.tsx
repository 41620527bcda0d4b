import type { Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useCallback, useMemo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { EditorDoor } from "./editor-door.tsx";
import { EditorHandles } from "./editor-handles.tsx";
import { editorMessages } from "./editor-messages.ts";
import { EditorZone } from "./editor-zone.tsx";
import { PlanCanvas } from "./plan-canvas.tsx";
import { isSame, placementOf, type Drawing, type Piece } from "./plan-draft.ts";
import { moved } from "./plan-edits.ts";
import { keyed } from "./plan-keys.ts";
import type { PlanCamera } from "./use-camera.ts";
import { usePlanDrag } from "./use-plan-drag.ts";

export interface EditorCanvasProps {
  drawing: Drawing;
  zones: readonly Zone[];
  picture: string | undefined;
  camera: PlanCamera;
  grid: number;
  chosen: Piece | undefined;
  onChoose: (piece: Piece | undefined) => void;
  onChange: (drawing: Drawing) => void;
}

/** The plan one draws on: with mouse, finger or keyboard. */
export function EditorCanvas(props: EditorCanvasProps) {
  const { drawing, zones, picture, camera, grid, chosen, onChoose, onChange } = props;
  const t = useMessages(editorMessages);
  const { preview, grip } = usePlanDrag(drawing, camera, onChange);
  const drawn = preview ?? drawing;
  const byCode = useMemo(() => new Map(zones.map((zone) => [zone.code, zone])), [zones]);
  const size = Math.max(drawing.width, drawing.height) / 75;
  const placement = chosen?.kind === "zone" ? placementOf(drawn, chosen.code) : undefined;

  // Shapes keep the same callbacks, so that a drag re-renders the one that moves.
  const latest = useRef({ drawing, grid, grip, onChange, onChoose });
  latest.current = { drawing, grid, grip, onChange, onChoose };
  const take = useCallback((event: PointerEvent<SVGElement>, piece: Piece) => {
    const now = latest.current;
    now.onChoose(piece);
    const step = now.grid;
    now.grip(event, (before, from, to) => moved(before, piece, { x: to.x - from.x, y: to.y - from.y }, step));
  }, []);
  const key = useCallback((event: KeyboardEvent, piece: Piece) => {
    const now = latest.current;
    if (event.ctrlKey || event.metaKey) return;
    const after = keyed(now.drawing, piece, event, now.grid);
    if (after === undefined) return;
    event.preventDefault();
    now.onChange(after);
  }, []);
  const choose = useCallback((piece: Piece) => latest.current.onChoose(piece), []);

  return (
    <PlanCanvas
      className="editor-drawing"
      plan={drawn}
      picture={picture}
      camera={camera}
      label={t("canvas")}
      onPointerDown={(event) => {
        if (event.target instanceof Element && event.target.closest("[data-grip]") === null) onChoose(undefined);
      }}
    >
      <EditorGrid width={drawn.width} height={drawn.height} grid={grid} />
      {drawn.placements.map((each) => {
        const zone = byCode.get(each.zone);
        const piece = { kind: "zone", code: each.zone } as const;
        if (zone === undefined) return null;
        return (
          <EditorZone
            key={each.zone}
            zone={zone}
            placement={each}
            chosen={isSame(chosen, piece)}
            onGrip={take}
            onKey={key}
            onChoose={choose}
          />
        );
      })}
      {drawn.doors.map((door) => (
        <EditorDoor
          key={door.checkpoint}
          door={door}
          size={size}
          chosen={isSame(chosen, { kind: "door", code: door.checkpoint })}
          onGrip={take}
          onKey={key}
          onChoose={choose}
        />
      ))}
      {placement && <EditorHandles placement={placement} size={size * 0.55} grid={grid} onGrip={grip} />}
    </PlanCanvas>
  );
}

/** Lines closer together than this, in metres, would be a grey ground. */
const CLOSEST = 5;

function EditorGrid({ width, height, grid }: { width: number; height: number; grid: number }) {
  const step = Math.max(CLOSEST, grid);
  return (
    <>
      <defs>
        <pattern id="editor-grid" width={step} height={step} patternUnits="userSpaceOnUse">
          <path className="editor-grid" d={`M${step} 0H0V${step}`} />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="url(#editor-grid)" className="editor-ground" />
    </>
  );
}
