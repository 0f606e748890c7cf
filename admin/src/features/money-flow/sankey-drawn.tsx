/** The echarts side of the picture; in a chunk of its own. */
import type { Flow } from "@yigou/backend/contract";
import { SankeyChart } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useDisplayMode } from "../../lib/display-mode";
import type { DisplayMode } from "../../lib/display-mode";
import { moneyText } from "../../ui/money";
import { colours, faces } from "../../ui/tokens";

import { nodeColour } from "./node-colour";
import { stageOf } from "./stages";
import type { FlowNode } from "./stages";

echarts.use([SankeyChart, TooltipComponent, SVGRenderer]);

interface DrawnProps {
  flows: readonly Flow[];
  onPick: (flow: Flow) => void;
}

/** The bands, drawn to the size of their place. */
export function SankeyDrawn({ flows, onPick }: DrawnProps) {
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  const mode = useDisplayMode();
  const { t } = useTranslation();
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = echarts.init(place.current, null, { renderer: "svg" });
    const nameOf = (node: FlowNode) => t(`flowNode.${node}`);
    chart.setOption(optionOf(flows, nameOf, mode));
    chart.on("click", { dataType: "edge" }, (event) => {
      const flow = flows[event.dataIndex];
      if (flow) pick.current(flow);
    });
    const watch = new ResizeObserver(() => {
      chart.resize();
    });
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [flows, mode, t]);
  return <div ref={place} className="chart-place" />;
}

/** Between the last bars and the edge of the picture, beside their labels, in pixels. */
const LABEL_GAP = 24;

const isLast = (node: FlowNode) => stageOf(node) === "to";

/** How wide a label is, in pixels. */
function widthOf(label: string): number {
  return echarts.format.getTextRect(label, `12.5px ${faces.sans}`).width;
}

const DEPTH = { from: 0, through: 1, to: 2 } as const;

function optionOf(
  flows: readonly Flow[],
  nameOf: (node: FlowNode) => string,
  mode: DisplayMode,
): echarts.EChartsCoreOption {
  const c = colours[mode];
  const nodes = [...new Set(flows.flatMap(({ source, target }) => [source, target]))];
  const passing = (node: FlowNode) => {
    const sum = (side: "source" | "target") =>
      flows.reduce((all, one) => all + (one[side] === node ? one.amount_fen : 0), 0);
    return Math.max(sum("source"), sum("target"));
  };
  const amountOf = (node: FlowNode) => `¥${moneyText(passing(node))}`;
  const widths = nodes.filter(isLast).map((node) => widthOf(`${nameOf(node)}  ${amountOf(node)}`));
  return {
    animation: false,
    textStyle: { fontFamily: faces.sans },
    tooltip: {
      backgroundColor: c.card,
      borderColor: c.rule,
      textStyle: { color: c.ink, fontSize: 12.5 },
      valueFormatter: (fen: unknown) => (typeof fen === "number" ? `¥${moneyText(fen)}` : ""),
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: LABEL_GAP + Math.max(0, ...widths),
        top: 10,
        bottom: 14,
        nodeWidth: 12,
        nodeGap: 24,
        nodeAlign: "left",
        draggable: false,
        emphasis: { focus: "adjacency", lineStyle: { opacity: 0.55 } },
        lineStyle: { color: "source", opacity: 0.28, curveness: 0.5 },
        label: {
          color: c.ink,
          fontSize: 12.5,
          rich: { amount: { color: c["ink-2"], fontSize: 12 } },
        },
        data: nodes.map((node) => ({
          name: nameOf(node),
          depth: DEPTH[stageOf(node)],
          itemStyle: { color: c[nodeColour(node)], borderWidth: 0 },
          label: { formatter: `${nameOf(node)}  {amount|${amountOf(node)}}` },
        })),
        links: flows.map(({ source, target, amount_fen }) => ({
          source: nameOf(source),
          target: nameOf(target),
          value: amount_fen,
        })),
      },
    ],
  };
}
