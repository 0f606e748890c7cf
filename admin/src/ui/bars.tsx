/** The echarts side of BarChart; in a chunk of its own. */
import { fenToYuan } from "@yigou/backend/contract/fen";
import { BarChart as BarSeries } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useDisplayMode } from "../lib/display-mode";

import { moneyText } from "./money";
import type { BarRow } from "./month-chart";
import { colours, faces } from "./tokens";

// NOTE: SVG, not canvas: it prints sharply and its text is selectable.
echarts.use([BarSeries, GridComponent, TooltipComponent, SVGRenderer]);

interface BarsProps {
  rows: readonly BarRow[];
  lying?: boolean;
  onPick?: (key: string) => void;
}

/** The bars, drawn to the size of their place. */
export function Bars({ rows, lying = false, onPick }: BarsProps) {
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  const mode = useDisplayMode();
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const settled = t("income.settled");
  const pending = t("income.pending");
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = echarts.init(place.current, null, { renderer: "svg" });
    chart.setOption(optionOf(rows, lying, { settled, pending, language }, mode));
    chart.on("click", (event) => {
      const row = rows[event.dataIndex];
      if (row) pick.current?.(row.key);
    });
    const watch = new ResizeObserver(() => {
      chart.resize();
    });
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [rows, lying, settled, pending, language, mode]);
  return <div ref={place} className="chart-place" />;
}

function optionOf(
  rows: readonly BarRow[],
  lying: boolean,
  { settled, pending, language }: { settled: string; pending: string; language: string },
  mode: "light" | "dark",
): echarts.EChartsCoreOption {
  const c = colours[mode];
  const names = {
    type: "category",
    data: rows.map((row) => row.label),
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: c.rule } },
    axisLabel: {
      color: c["ink-2"],
      fontSize: 12,
      width: lying ? 130 : undefined,
      overflow: "truncate",
    },
  };
  const values = {
    type: "value",
    // Ticks are whole yuan: an empty chart would divide a fen.
    minInterval: 100,
    splitLine: { lineStyle: { color: c["rule-soft"] } },
    axisLabel: { color: c["ink-3"], fontSize: 11, formatter: shortYuan(language) },
  };
  const bar = { type: "bar", stack: "all", barMaxWidth: lying ? 16 : 40, cursor: "pointer" };
  return {
    animation: false,
    textStyle: { fontFamily: faces.sans },
    grid: { left: 4, right: 12, top: 8, bottom: 2, containLabel: true },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow", shadowStyle: { color: c.ink, opacity: 0.05 } },
      backgroundColor: c.card,
      borderColor: c.rule,
      textStyle: { color: c.ink, fontSize: 12.5 },
      valueFormatter: (fen: unknown) => (typeof fen === "number" ? `¥${moneyText(fen)}` : ""),
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: [
      { ...bar, name: settled, color: c.tea, data: rows.map((row) => row.settled_fen) },
      { ...bar, name: pending, color: c.straw, data: rows.map((row) => row.pending_fen) },
    ],
  };
}

/** An axis label: whole yuan, large ones short as a language counts, 1万 or 10K. */
function shortYuan(language: string): (fen: number) => string {
  const short = new Intl.NumberFormat(language, { notation: "compact" });
  return (fen) => short.format(Math.round(fenToYuan(fen)));
}
