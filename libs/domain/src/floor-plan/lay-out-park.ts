import { packShelves, type Box, type Sized } from "./pack-shelves.ts";

/** What a layout has to know of a zone. */
export interface ZoneToPlace {
  readonly code: string;
  readonly kind: "site" | "pavilion" | "arena" | "hall" | "children" | "other";
  readonly areaM2: number | null;
}

/** Metres from the plan's left and upper edge; degrees clockwise about the middle. */
export interface RectanglePlacement extends Box {
  readonly zone: string;
  readonly shape: "rectangle";
  readonly rotation: number;
}
export interface PolygonPlacement {
  readonly zone: string;
  readonly shape: "polygon";
  readonly points: { x: number; y: number }[];
}
export interface DoorPlacement {
  readonly checkpoint: string;
  readonly x: number;
  readonly y: number;
}
export interface ParkLayout {
  readonly width: number;
  readonly height: number;
  readonly placements: (RectanglePlacement | PolygonPlacement)[];
  readonly doors: DoorPlacement[];
}

/** Square metres of a zone whose size nobody gave. */
const USUAL_AREA: Record<ZoneToPlace["kind"], number> = {
  site: 0,
  pavilion: 220,
  arena: 3_000,
  hall: 500,
  children: 800,
  other: 300,
};
/** Screens are wider than high. */
const ASPECT = 1.6;
const MARGIN = 12;
const GAP = 2;
const AVENUE = 8;

const metres = (value: number): number => Math.max(1, Math.round(value));
const areaOf = (zone: ZoneToPlace): number => zone.areaM2 ?? USUAL_AREA[zone.kind];
const byCode = (a: { code: string }, b: { code: string }): number =>
  a.code.localeCompare(b.code, "en", { numeric: true });

/**
 * A sensible first plan, true to scale: pavilions by their codes in rows along avenues, two rows back to back; the
 * larger spaces beside them; the site's gates around the edge. The site itself is the whole plan and gets no place.
 */
export function layOutPark(zones: readonly ZoneToPlace[], siteGates: readonly string[]): ParkLayout {
  const pavilions = zones.filter(({ kind }) => kind === "pavilion").toSorted(byCode);
  const others = zones
    .filter(({ kind }) => kind !== "pavilion" && kind !== "site")
    .toSorted((a, b) => areaOf(b) - areaOf(a) || byCode(a, b));
  const layouts = rowCounts(pavilions.length).map((rows) => arrange(pavilions, others, rows));
  const best = layouts.reduce((kept, each) => (distance(each) < distance(kept) ? each : kept));
  const { width, height } = best;
  const placements = best.boxes.map(({ box, zone }) => placementOf(zone, box));
  return { width, height, placements, doors: gatesAround(siteGates, width, height) };
}

const rowCounts = (pavilions: number): number[] =>
  Array.from({ length: Math.max(1, Math.min(12, pavilions)) }, (_, index) => index + 1);
const distance = ({ width, height }: { width: number; height: number }): number =>
  Math.abs(Math.log(width / height / ASPECT));

interface Arrangement {
  width: number;
  height: number;
  boxes: { box: Box; zone: ZoneToPlace }[];
}

function arrange(pavilions: readonly ZoneToPlace[], others: readonly ZoneToPlace[], rows: number): Arrangement {
  const block = pavilionRows(pavilions, rows);
  const sized = others.map((zone) => sizedOther(zone));
  const tall = Math.max(block.height, 1);
  const needed = sized.reduce((sum, { width, height }) => sum + (width + AVENUE) * (height + AVENUE), 0);
  const columnWidth = Math.max(Math.ceil(needed / tall), ...sized.map(({ width }) => width));
  const column = packShelves(sized, { width: columnWidth, gap: AVENUE });
  const left = MARGIN + (block.width > 0 ? block.width + AVENUE : 0);
  const inner = Math.max(block.height, column.height);
  const down = (part: number): number => MARGIN + Math.floor((inner - part) / 2);
  const boxes = [
    ...block.items.map(({ item, box }) => ({ zone: item.zone, box: moved(box, MARGIN, down(block.height)) })),
    ...column.items.map(({ item, box }) => ({ zone: item.zone, box: moved(box, left, down(column.height)) })),
  ];
  const right = column.items.length > 0 ? left + column.width : MARGIN + block.width;
  return { width: Math.max(40, right + MARGIN), height: Math.max(30, inner + 2 * MARGIN), boxes };
}

type SizedZone = Sized & { zone: ZoneToPlace };

/** Rows of one depth, so that their backs meet; an avenue after every second. */
function pavilionRows(pavilions: readonly ZoneToPlace[], rows: number) {
  const areas = pavilions.map(areaOf).toSorted((a, b) => a - b);
  const typical = areas[Math.floor(areas.length / 2)] ?? 0;
  // The smallest are no slits: what stands in them has to be read.
  const depth = metres(Math.sqrt(Math.max(areas[0] ?? 0, typical / 2)) * 1.1);
  const sized: SizedZone[] = pavilions.map((zone) => ({
    zone,
    width: Math.max(6, metres(areaOf(zone) / depth)),
    height: depth,
  }));
  const length = sized.reduce((sum, { width }) => sum + width + GAP, 0);
  const widest = Math.max(0, ...sized.map(({ width }) => width));
  let width = Math.max(widest, Math.ceil(length / rows) - GAP);
  let shelves = packShelves(sized, { width, gap: GAP });
  // Rows a little longer, rather than one of a few left over.
  while (shelves.shelves > rows) shelves = packShelves(sized, { width: ++width, gap: GAP });
  const below = (shelf: number): number => shelf * (depth + GAP) + Math.floor((shelf + 1) / 2) * (AVENUE - GAP);
  const items = shelves.items.map(({ item, box, shelf }) => ({ item, box: { ...box, y: below(shelf) } }));
  return { items, width: shelves.width, height: shelves.shelves > 0 ? below(shelves.shelves - 1) + depth : 0 };
}

function sizedOther(zone: ZoneToPlace): SizedZone {
  const width = metres(Math.sqrt(areaOf(zone) * 1.2));
  return { zone, width, height: metres(areaOf(zone) / width) };
}

const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y });

/** An arena has its corners cut off, so that the eye finds it. */
function placementOf({ code, kind }: ZoneToPlace, box: Box): RectanglePlacement | PolygonPlacement {
  if (kind !== "arena") return { zone: code, shape: "rectangle", ...box, rotation: 0 };
  const { x, y, width, height } = box;
  const cut = metres(Math.min(width, height) / 4);
  const points = [
    { x: x + cut, y },
    { x: x + width - cut, y },
    { x: x + width, y: y + cut },
    { x: x + width, y: y + height - cut },
    { x: x + width - cut, y: y + height },
    { x: x + cut, y: y + height },
    { x, y: y + height - cut },
    { x, y: y + cut },
  ];
  return { zone: code, shape: "polygon", points };
}

/** Even steps along the edge, clockwise from the lower side. */
function gatesAround(gates: readonly string[], width: number, height: number): DoorPlacement[] {
  const inset = MARGIN / 2;
  const [w, h] = [width - 2 * inset, height - 2 * inset];
  return gates
    .toSorted((a, b) => byCode({ code: a }, { code: b }))
    .map((checkpoint, index) => {
      const along = ((index + 0.5) / gates.length) * 2 * (w + h);
      if (along < w) return { checkpoint, x: metres(width - inset - along), y: height - inset };
      if (along < w + h) return { checkpoint, x: inset, y: metres(height - inset - (along - w)) };
      if (along < 2 * w + h) return { checkpoint, x: metres(inset + along - w - h), y: inset };
      return { checkpoint, x: width - inset, y: metres(inset + along - 2 * w - h) };
    });
}
