import { layOutPark, type ParkLayout, type ZoneToPlace } from "./lay-out-park.ts";

const pavilions = (count: number): ZoneToPlace[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `P${String(index + 1).padStart(2, "0")}`,
    kind: "pavilion",
    areaM2: [140, 220, 340, 520][index % 4] ?? null,
  }));
const park: ZoneToPlace[] = [
  { code: "SITE", kind: "site", areaM2: null },
  ...pavilions(50),
  { code: "ARENA", kind: "arena", areaM2: 9_400 },
  { code: "KIDS", kind: "children", areaM2: 1_000 },
  { code: "HALL1", kind: "hall", areaM2: 650 },
];
const gates = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"];

function boxesOf({ placements }: ParkLayout) {
  return placements.map((placement) => {
    if (placement.shape === "rectangle") return placement;
    const xs = placement.points.map(({ x }) => x);
    const ys = placement.points.map(({ y }) => y);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { zone: placement.zone, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  });
}
type Boxes = ReturnType<typeof boxesOf>;
const overlapping = (boxes: Boxes): string[] =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.zone} over ${b.zone}`),
  );

describe("a first plan of a park", () => {
  it("has a place for every zone but the site, which is the plan", () => {
    const places = layOutPark(park, gates).placements.map(({ zone }) => zone);
    expect(places.toSorted()).toEqual(
      park
        .map(({ code }) => code)
        .filter((code) => code !== "SITE")
        .toSorted(),
    );
  });

  it.each([1, 2, 7, 50, 120])("puts none of %s pavilions over another or out of the plan", (count) => {
    const layout = layOutPark([...pavilions(count), ...park.slice(-3)], gates);
    const boxes = boxesOf(layout);
    expect(overlapping(boxes)).toEqual([]);
    const out = boxes.filter(
      ({ x, y, width, height }) => x < 0 || y < 0 || x + width > layout.width || y + height > layout.height,
    );
    expect(out).toEqual([]);
  });

  it("keeps to the sizes of zones within a tenth", () => {
    const boxes = boxesOf(layOutPark(pavilions(50), []));
    const wrong = pavilions(50).filter(({ code, areaM2 }) => {
      const box = boxes.find(({ zone }) => zone === code);
      return Math.abs((box ? box.width * box.height : 0) / (areaM2 ?? 1) - 1) > 0.1;
    });
    expect(wrong).toEqual([]);
  });

  it("is about as wide as a screen, and the same each time", () => {
    const { width, height } = layOutPark(park, gates);
    expect(width / height).toBeGreaterThan(1.2);
    expect(width / height).toBeLessThan(2.1);
    expect(layOutPark(park.toReversed(), gates)).toEqual(layOutPark(park, gates));
  });

  it("puts the gates on the edge, each at a place of its own", () => {
    const { doors, width, height } = layOutPark(park, gates);
    expect(new Set(doors.map(({ x, y }) => `${x} ${y}`)).size).toBe(8);
    const inside = doors.filter(({ x, y }) => x > 6 && y > 6 && x < width - 6 && y < height - 6);
    expect(inside).toEqual([]);
  });

  it("of nothing is an empty plan", () => {
    expect(layOutPark([], []).placements).toEqual([]);
  });
});
