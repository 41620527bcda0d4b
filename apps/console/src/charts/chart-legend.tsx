export interface LegendEntry {
  name: string;
  color: string;
  /** Of an area; a bar is opaque. */
  opacity?: number;
  /** Of a line; an area and a bar have none. */
  stroke?: { width: number; dash: string };
}

/** Names the strokes of a chart, in the page's own text: it breaks lines, and runs from right to left where that does. */
export function ChartLegend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="chart-legend">
      {entries.map(({ name, color, stroke, opacity = 1 }) => (
        <li key={name}>
          <svg width="26" height="12" aria-hidden focusable="false">
            {stroke ? (
              <line
                x1="0"
                x2="26"
                y1="6"
                y2="6"
                stroke={color}
                strokeWidth={stroke.width}
                strokeDasharray={stroke.dash}
              />
            ) : (
              <rect width="26" height="12" rx="3" fill={color} opacity={opacity} />
            )}
          </svg>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
