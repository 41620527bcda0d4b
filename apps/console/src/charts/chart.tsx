import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";
import { init, type EChartsType } from "./chart-library.ts";

export interface ChartProps {
  option: EChartsCoreOption;
  label: string;
  className: string;
  bars?: number | undefined;
}

/** Of a bar with its gap, and of the axis below; in rem. */
const BAR = 2.4;
const AXIS = 3;

/**
 * Comes on its own, when a chart is first shown. Fresh figures move the chart from what it was; another view is another
 * chart, by its key.
 */
export default function Chart({ option, label, className, bars }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, null, { renderer: "svg" });
    chart.current = drawn;
    const observer = new ResizeObserver(() => {
      drawn.resize();
      letScale(place.current?.querySelector("svg"));
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option);
  }, [option]);
  const style = bars === undefined ? undefined : { maxBlockSize: `${AXIS + BAR * bars}rem` };
  return <div ref={place} className={className} style={style} role="img" aria-label={label} />;
}

/** On paper a picture is as wide as the sheet: what was drawn in pixels of the screen has to scale with it. */
function letScale(svg: SVGSVGElement | null | undefined): void {
  const [width, height] = [svg?.getAttribute("width"), svg?.getAttribute("height")];
  if (svg && width && height)
    svg.setAttribute("viewBox", `0 0 ${Number.parseFloat(width)} ${Number.parseFloat(height)}`);
}
