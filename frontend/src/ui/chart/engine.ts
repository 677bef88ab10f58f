import { BarChart, GraphChart, LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Read only through a dynamic import: it is the one file that brings ECharts into the bundle.
use([BarChart, GraphChart, LineChart, SankeyChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A drawing in SVG, sharp on every screen and on paper. */
export function draw(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}
