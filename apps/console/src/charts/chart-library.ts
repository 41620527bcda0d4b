import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use as install } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

// The only file that knows ECharts, with what the charts of the console need of it and no more.
install([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

export { init };
export type { EChartsType } from "echarts/core";
