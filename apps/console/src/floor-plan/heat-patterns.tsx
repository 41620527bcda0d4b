import type { HeatLevel } from "./heat.ts";

/** The pattern of a level, for whoever does not tell its colour: denser the hotter. */
export const patternOf = (level: HeatLevel | undefined): string =>
  level === undefined ? "url(#heat-unknown)" : level === 0 ? "none" : `url(#heat-${level})`;

/** Lines and dots in metres, over the colour of a level. Once on a page: their ids are the page's. */
export function HeatPatterns({ unit }: { /** Metres between two lines. */ unit: number }) {
  const tile = { patternUnits: "userSpaceOnUse", width: unit, height: unit } as const;
  const line = { className: "heat-mark", strokeWidth: unit / 9 };
  return (
    <defs>
      <pattern id="heat-1" {...tile} width={unit * 1.4} height={unit * 1.4}>
        <circle className="heat-dot" cx={unit * 0.35} cy={unit * 0.35} r={unit / 9} />
      </pattern>
      <pattern id="heat-2" {...tile} width={unit * 0.7} height={unit * 0.7}>
        <circle className="heat-dot" cx={unit * 0.35} cy={unit * 0.35} r={unit / 8} />
      </pattern>
      <pattern id="heat-3" {...tile} patternTransform="rotate(45)">
        <path {...line} d={`M0 0V${unit}`} />
      </pattern>
      <pattern id="heat-4" {...tile} width={unit * 0.55} patternTransform="rotate(45)">
        <path {...line} d={`M0 0V${unit}`} />
      </pattern>
      <pattern id="heat-5" {...tile} width={unit * 0.6} height={unit * 0.6} patternTransform="rotate(45)">
        <path {...line} d={`M0 0V${unit}M0 0H${unit}`} />
      </pattern>
      <pattern id="heat-unknown" {...tile} patternTransform="rotate(-45)">
        <path {...line} d={`M0 0V${unit}`} />
      </pattern>
    </defs>
  );
}
