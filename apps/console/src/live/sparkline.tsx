import { useMemo } from "react";

const WIDTH = 100;
const HEIGHT = 28;

/** The path of a curve through `values`, from the left edge to the right, as high as its highest. */
export function curvePath(values: readonly number[]): string {
  const top = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length - 1);
  return values
    .map(
      (value, index) =>
        `${index === 0 ? "M" : "L"}${(index * step).toFixed(1)} ${(HEIGHT - 2 - (value / top) * (HEIGHT - 4)).toFixed(1)}`,
    )
    .join("");
}

/** A small curve without axes; the figures beside it say what it means. Time runs as the page reads. */
export function Sparkline({ values }: { values: readonly number[] | undefined }) {
  const line = useMemo(() => (values?.some((value) => value > 0) ? curvePath(values) : undefined), [values]);
  return (
    <span className="sparkline" aria-hidden>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        {line && (
          <>
            <path className="sparkline-area" d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} />
            <path className="sparkline-line" d={line} />
          </>
        )}
      </svg>
    </span>
  );
}
