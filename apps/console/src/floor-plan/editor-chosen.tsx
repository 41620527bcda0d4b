import type { Zone } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Button, NumberInput, Title } from "@mantine/core";
import { IconMapPinOff, IconPolygon, IconSquare } from "@tabler/icons-react";
import { editorMessages } from "./editor-messages.ts";
import { doorOf, placementOf, type Drawing, type Piece } from "./plan-draft.ts";
import { asPolygon, asRectangle, moved, onto, without, withPlacement } from "./plan-edits.ts";
import { boundsOf } from "./plan-geometry.ts";

export interface EditorChosenProps {
  drawing: Drawing;
  piece: Piece;
  zone: Zone | undefined;
  onChange: (drawing: Drawing) => void;
  onGone: () => void;
}

/** The chosen piece in figures, for whoever would rather type than drag. */
export function EditorChosen({ drawing, piece, zone, onChange, onGone }: EditorChosenProps) {
  const t = useMessages(editorMessages);
  const { language } = useLanguage();
  const placement = piece.kind === "zone" ? placementOf(drawing, piece.code) : undefined;
  const door = piece.kind === "door" ? doorOf(drawing, piece.code) : undefined;
  const box = placement ? boundsOf(placement) : door && { ...door, width: 0, height: 0 };
  if (box === undefined) return null;
  const move = (x: number, y: number) => onChange(moved(drawing, piece, { x: x - box.x, y: y - box.y }, 0));
  return (
    <section className="editor-part" aria-labelledby="editor-chosen">
      <Title order={2} size="h5" id="editor-chosen">
        <bdi className="device-door">{piece.code}</bdi> {zone && localName(zone.names, language)}
      </Title>
      <div className="editor-fields">
        <Metres label={t("fromLeft")} value={box.x} onChange={(x) => move(x, box.y)} />
        <Metres label={t("fromTop")} value={box.y} onChange={(y) => move(box.x, y)} />
        {placement?.shape === "rectangle" && (
          <>
            <Metres
              label={t("width")}
              value={placement.width}
              min={1}
              onChange={(width) => onChange(withPlacement(drawing, onto(drawing, { ...placement, width })))}
            />
            <Metres
              label={t("depth")}
              value={placement.height}
              min={1}
              onChange={(height) => onChange(withPlacement(drawing, onto(drawing, { ...placement, height })))}
            />
            <Metres
              label={t("rotation")}
              value={placement.rotation}
              min={-360}
              suffix="°"
              onChange={(rotation) => onChange(withPlacement(drawing, onto(drawing, { ...placement, rotation })))}
            />
          </>
        )}
      </div>
      {placement?.shape === "rectangle" && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPolygon size={17} aria-hidden />}
          onClick={() => onChange(withPlacement(drawing, asPolygon(placement, drawing)))}
        >
          {t("toPolygon")}
        </Button>
      )}
      {placement?.shape === "polygon" && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconSquare size={17} aria-hidden />}
          onClick={() => onChange(withPlacement(drawing, onto(drawing, asRectangle(placement))))}
        >
          {t("toRectangle")}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconMapPinOff size={17} aria-hidden />}
        onClick={() => {
          onChange(without(drawing, piece));
          onGone();
        }}
      >
        {t("takeOff")}
      </Button>
    </section>
  );
}

interface MetresProps {
  label: string;
  value: number;
  min?: number;
  max?: number;
  suffix?: string;
  onChange: (value: number) => void;
}

export function Metres({ label, value, min = 0, max = 5_000, suffix = " m", onChange }: MetresProps) {
  return (
    <NumberInput
      label={label}
      size="sm"
      value={value}
      min={min}
      max={max}
      step={1}
      decimalScale={2}
      suffix={suffix}
      onChange={(typed) => {
        if (typeof typed === "number" && typed >= min && typed <= max && typed !== value) onChange(typed);
      }}
    />
  );
}
