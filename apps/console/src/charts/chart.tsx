import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use as install, type EChartsCoreOption, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

install([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

export interface ChartProps {
  option: EChartsCoreOption;
  label: string;
  className: string;
}

/**
 * The only file that knows ECharts; it comes on its own, when a chart is first shown. Fresh figures move the chart from
 * what it was; another view is another chart, by its key.
 */
export default function Chart({ option, label, className }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, null, { renderer: "svg" });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option);
  }, [option]);
  return <div ref={place} className={className} role="img" aria-label={label} />;
}
