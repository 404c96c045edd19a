"use strict";

/** Draws the charts, in the colours of the page, and again where these or the window change. */
const Charts = (() => {
  const PRINTED_WIDTH = 640;
  const charts = [];
  const waiting = new Map();
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  function palette() {
    return dark.matches
      ? ["#6aa9f0", "#f0a35e", "#5ecb94", "#c39bf0", "#f08a7d"]
      : ["#2b6cb8", "#c96a14", "#1a8a55", "#7a4fbf", "#b3372a"];
  }

  /** What all charts share, below what is a chart's own. */
  function themed(option) {
    const quiet = { color: colour("quiet"), fontSize: 12 };
    const axis = ({ axisLabel, ...given }) => ({
      nameTextStyle: quiet,
      axisLabel: { ...quiet, hideOverlap: true, ...axisLabel },
      axisLine: { lineStyle: { color: colour("line") } },
      axisTick: { lineStyle: { color: colour("line") } },
      splitLine: { lineStyle: { color: colour("line"), type: "dashed" } },
      nameLocation: "middle",
      nameGap: 28,
      ...given,
    });
    const list = (axes) => (Array.isArray(axes) ? axes : [axes]);
    return {
      animation: false,
      color: palette(),
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: {
        trigger: "axis",
        confine: true,
        backgroundColor: colour("card"),
        borderColor: colour("line"),
        textStyle: { color: colour("text"), fontSize: 12 },
        ...option.tooltip,
      },
      grid: { left: 56, right: 56, top: 36, bottom: 44, ...option.grid },
      legend: { top: 0, textStyle: { color: colour("text"), fontSize: 12 }, itemHeight: 10, itemGap: 18, ...option.legend },
      xAxis: list(option.xAxis).map(axis),
      yAxis: list(option.yAxis).map((each) => axis({ nameGap: 42, scale: true, ...each })),
      series: option.series,
      dataZoom: option.dataZoom,
    };
  }

  /**
   * Draws a chart, once a reader is near it: a long report is there at once.
   *
   * @param holder an element of some height
   * @param label what it shows, for screen readers
   * @param option makes the options of ECharts, anew where colours change
   */
  function draw(holder, label, option) {
    holder.setAttribute("role", "img");
    holder.setAttribute("aria-label", label);
    waiting.set(holder, option);
    approach.observe(holder);
  }

  const approach = new IntersectionObserver(
    (entries) => entries.filter((each) => each.isIntersecting && waiting.has(each.target)).forEach((each) => begin(each.target)),
    { rootMargin: "100% 0px" },
  );

  function begin(holder) {
    const option = waiting.get(holder);
    waiting.delete(holder);
    approach.unobserve(holder);
    const chart = echarts.init(holder, null, { renderer: "svg" });
    const paint = () => chart.setOption(themed(option()), true);
    paint();
    charts.push({ chart, paint });
    new ResizeObserver(() => holder.clientWidth !== chart.getWidth() && chart.resize()).observe(holder);
  }

  function prepareToPrint() {
    [...waiting.keys()].forEach(begin);
    charts.forEach(({ chart }) => chart.resize({ width: PRINTED_WIDTH }));
  }

  dark.addEventListener("change", () => charts.forEach(({ paint }) => paint()));
  window.addEventListener("beforeprint", prepareToPrint);
  window.addEventListener("afterprint", () => charts.forEach(({ chart }) => chart.resize({ width: "auto" })));

  return { draw, colour };
})();
