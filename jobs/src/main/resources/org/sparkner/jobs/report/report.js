"use strict";

(() => {
  const { data, element, hue, entity, count, plural } = SparkNer;
  const report = data("report");
  const MOST_TYPES = 25;
  const SHOWN_SENTENCES = 20;

  const percent = (share) => (share === null || share === undefined ? "–" : (100 * share).toFixed(2));
  const fixed = (number, places = 2) => (number === null || number === undefined ? "–" : number.toFixed(places));
  const signed = (number) => (number > 0 ? "+" : number < 0 ? "−" : "±") + Math.abs(number).toFixed(2);

  function section(id, title, ...content) {
    const made = element("section", { id, "aria-labelledby": id + "-title" }, element("h2", { id: id + "-title" }, title), ...content);
    document.getElementById("report").append(made);
    document.getElementById("contents").append(element("a", { href: "#" + id }, title));
    return made;
  }

  const note = (text) => element("p", { class: "quiet" }, text);

  function figure(name, value, remark) {
    return element("div", { class: "figure" }, element("span", { class: "note" }, name),
      element("span", { class: "value" }, value), remark ? element("span", { class: "note" }, remark) : null);
  }

  function chart(title, tall = false) {
    const holder = element("div", { class: tall ? "chart tall" : "chart" });
    return { box: element("div", {}, element("h3", {}, title), holder), holder };
  }

  function bar(value, shownHue) {
    const rail = element("span", {});
    rail.style.setProperty("--share", Math.max(0, Math.min(100, value)) + "%");
    const cell = element("td", { class: "bar" }, element("span", { class: "track" },
      element("span", { class: "rail", "aria-hidden": "true" }, rail), element("span", { class: "number" }, fixed(value))));
    if (shownHue !== undefined) cell.style.setProperty("--hue", shownHue);
    return cell;
  }

  function named(type) {
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.setProperty("--hue", hue(type));
    return element("th", { scope: "row" }, swatch, type);
  }

  function table(headings, rows, style = "wide") {
    return element("div", { class: "scroll" }, element("table", { class: style },
      element("thead", {}, element("tr", {}, headings.map((text) => element("th", { scope: "col" }, text)))),
      element("tbody", {}, rows)));
  }

  function scoreRow(heading, scores, rowHue, total = false) {
    return element("tr", total ? { class: "total" } : {}, heading,
      scores.gold + scores.predicted > 0 ? bar(scores.f1, rowHue) : element("td", {}, "–"),
      scores.predicted > 0 ? bar(scores.precision, rowHue) : element("td", {}, "–"),
      scores.gold > 0 ? bar(scores.recall, rowHue) : element("td", {}, "–"),
      element("td", {}, count(scores.gold)), element("td", {}, count(scores.predicted)), element("td", {}, count(scores.correct)));
  }

  const SCORE_HEADINGS = ["F1", "precision", "recall", "gold", "predicted", "right"];

  /** A sentence with its spans in colour; of the wrong span, [begin, end, type], with an outline. */
  function sentence(shown, spans, wrong, confidence) {
    const line = element("span", { dir: "auto" });
    if (shown.before) line.append("… ");
    let token = 0;
    for (const [begin, end, type] of [...spans].sort((a, b) => a[0] - b[0])) {
      if (begin < token) continue;
      if (begin > token) line.append(shown.tokens.slice(token, begin).join(" ") + " ");
      const isWrong = wrong && wrong[0] === begin && wrong[1] === end && wrong[2] === type;
      const mark = entity([shown.tokens.slice(begin, end).join(" ")], type, isWrong ? confidence : undefined);
      if (isWrong) mark.classList.add("wrong");
      line.append(mark, end < shown.tokens.length ? " " : "");
      token = end;
    }
    line.append(shown.tokens.slice(token).join(" "));
    if (shown.after) line.append(" …");
    return line;
  }

  function reading(...pairs) {
    return element("dl", { class: "reading" }, pairs.map(([name, line]) => [element("dt", {}, name), element("dd", {}, line)]));
  }

  // ---- the parts of an evaluation

  function overview(scores, training) {
    const figures = [];
    if (scores && scores.gold > 0) {
      figures.push(figure("F1", fixed(scores.f1), "95 % interval " + fixed(scores.f1_low) + " to " + fixed(scores.f1_high)));
      figures.push(figure("precision", fixed(scores.precision), count(scores.correct) + " of " + count(scores.predicted) + " found"));
      figures.push(figure("recall", fixed(scores.recall), count(scores.correct) + " of " + count(scores.gold) + " gold"));
      figures.push(figure("macro F1", fixed(scores.macro_f1), plural(Object.keys(scores.types).length, "type")));
      figures.push(figure("token accuracy", fixed(scores.accuracy), count(scores.tokens) + " tokens, " + count(scores.sentences) + " sentences"));
    }
    if (training && training.epochs.length > 0) {
      const seconds = training.epochs.reduce((sum, each) => sum + each.train_seconds + (each.valid_seconds || 0), 0);
      const tokens = training.epochs.reduce((sum, each) => sum + each.tokens, 0);
      figures.push(figure("trained for", duration(seconds), plural(training.epochs.length, "epoch")));
      const busy = training.epochs.reduce((sum, each) => sum + each.train_seconds, 0);
      if (busy > 0) figures.push(figure("speed", count(tokens / busy), "tokens a second"));
    }
    if (figures.length > 0) section("overview", "At a glance", element("div", { class: "figures" }, figures));
  }

  function duration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60) return whole + " s";
    if (whole < 3600) return Math.floor(whole / 60) + " m " + String(whole % 60).padStart(2, "0") + " s";
    return Math.floor(whole / 3600) + " h " + String(Math.floor(whole / 60) % 60).padStart(2, "0") + " m";
  }

  function types(scores) {
    const rows = sortedTypes(scores).map((type) => scoreRow(named(type), scores.types[type], hue(type)));
    rows.push(scoreRow(element("th", { scope: "row" }, "all"), scores, undefined, true));
    const what = scores.labels_only ? "label" : "type";
    section("types", "Scores by " + what, table([what, ...SCORE_HEADINGS], rows));
  }

  const sortedTypes = (scores) => Object.keys(scores.types).sort((a, b) => scores.types[b].gold - scores.types[a].gold || (a < b ? -1 : 1));

  function confusion(scores) {
    const names = sortedTypes(scores).slice(0, MOST_TYPES);
    const { matched, gold_overlapped, missed, predicted_overlapping, spurious } = scores.confusion;
    const cell = (number, whole, right) => {
      const made = element("td", { class: "heat" + (right ? " right" : "") + (number ? "" : " zero") }, count(number || 0));
      made.style.setProperty("--heat", whole > 0 ? Math.min(0.75, Math.sqrt((number || 0) / whole) * 0.75) : 0);
      return made;
    };
    const plain = scores.labels_only;
    const headings = ["gold ↓ found →", ...names, ...(plain ? [] : ["other boundaries", "missed"])];
    const rows = names.map((gold) => {
      const whole = scores.types[gold].gold;
      return element("tr", {}, named(gold),
        names.map((found) => cell((matched[gold] || {})[found], whole, gold === found)),
        plain ? [] : [cell(gold_overlapped[gold], whole), cell(missed[gold], whole)]);
    });
    if (!plain) {
      const extra = (name, counts) => element("tr", {}, element("th", { scope: "row" }, name),
        names.map((found) => cell(counts[found], scores.types[found].predicted)), element("td"), element("td"));
      rows.push(extra("other boundaries", predicted_overlapping), extra("spurious", spurious));
    }
    section("confusion", "Confusion",
      note(plain
        ? "Rows are gold labels, columns found ones."
        : "Rows are gold types, columns found ones, of spans with the same boundaries. Green is right; the redder, the larger the share of its row that is wrong in this way."),
      table(headings, rows, ""));
  }

  function confidence(scores) {
    if (!scores.reliability) return;
    const bins = scores.reliability.bins.filter((bin) => bin.predictions > 0);
    const calibration = chart("Reliability", true);
    const curve = chart("Precision and recall", true);
    section("confidence", "Confidence",
      note("Left: how often entities of a confidence are right; on the dashed line, a confidence is a probability. The expected calibration error is " +
        fixed(scores.reliability.expected_calibration_error, 4) + ". Right: what is gained and lost where only entities of some confidence or more count."),
      element("div", { class: "charts" }, calibration.box, curve.box));
    Charts.draw(calibration.holder, "Share of entities that are right, by confidence", () => ({
      tooltip: { trigger: "item", formatter: ({ seriesName, value }) =>
        seriesName === "entities"
          ? count(value[1]) + " entities of a confidence around " + fixed(value[0])
          : "of confidence " + fixed(value[0]) + ", " + percent(value[1]) + " % are right" },
      legend: { data: ["right", "entities"] },
      xAxis: { type: "value", name: "confidence", min: 0, max: 1 },
      yAxis: [
        { type: "value", name: "share that is right", min: 0, max: 1, scale: false },
        { type: "value", name: "entities", min: 0, splitLine: { show: false } },
      ],
      series: [
        { name: "entities", type: "bar", yAxisIndex: 1, barWidth: 18, itemStyle: { opacity: 0.28 }, color: Charts.colour("quiet"),
          data: bins.map((bin) => [(bin.low + bin.high) / 2, bin.predictions]) },
        { name: "right", type: "line", symbolSize: 9, lineStyle: { width: 2.5 },
          data: bins.map((bin) => [bin.confidence, bin.accuracy]) },
        { name: "as it should be", type: "line", showSymbol: false, silent: true, color: Charts.colour("quiet"),
          lineStyle: { type: "dashed", width: 1.5 }, data: [[0, 0], [1, 1]] },
      ],
    }));
    const points = scores.precision_recall || [];
    const best = points.reduce((top, point) => (top === null || point.f1 > top.f1 ? point : top), null);
    const least = points.reduce((low, point) => Math.min(low, point.precision), 1);
    Charts.draw(curve.holder, "Precision against recall, by the confidence from which on entities count", () => ({
      tooltip: { trigger: "item", formatter: ({ name, value }) =>
        name + " or more: precision " + percent(value[1]) + ", recall " + percent(value[0]) },
      legend: { data: ["from a confidence on", "highest F1"] },
      xAxis: { type: "value", name: "recall", min: 0, max: 1 },
      yAxis: { type: "value", name: "precision", min: Math.floor(least * 10) / 10, max: 1 },
      series: [
        { name: "from a confidence on", type: "line", symbolSize: 3, lineStyle: { width: 2.5 },
          data: points.map((point) => ({ value: [point.recall, point.precision], name: "confidence " + fixed(point.confidence) })) },
        { name: "highest F1", type: "scatter", symbolSize: 14,
          data: best === null ? [] : [{ value: [best.recall, best.precision], name: "confidence " + fixed(best.confidence) }] },
      ],
    }));
    if (best !== null) {
      document.getElementById("confidence").append(note("F1 is highest, " + percent(best.f1) +
        ", where entities of confidence " + fixed(best.confidence) + " or more count: precision " +
        percent(best.precision) + ", recall " + percent(best.recall) + "."));
    }
  }

  const BREAKDOWNS = { length: "Length of the entity", words: "Words that the model knows", training: "In the training data" };

  function breakdowns(scores) {
    const names = Object.keys(scores.groups || {});
    if (names.length === 0) return;
    section("breakdown", "Where it is hard", element("div", { class: "breakdowns" }, names.map((name) =>
      element("div", {}, element("h3", {}, BREAKDOWNS[name] || name),
        table(["", "F1", "recall", "gold"], Object.entries(scores.groups[name]).map(([group, each]) =>
          element("tr", {}, element("th", { scope: "row" }, group),
            each.gold + each.predicted > 0 ? bar(each.f1) : element("td", {}, "–"),
            element("td", {}, each.gold > 0 ? fixed(each.recall) : "–"), element("td", {}, count(each.gold)))))))));
  }

  function mistakes(scores) {
    if (scores.mistake_count === 0) {
      section("mistakes", "Mistakes", note("There are none."));
      return;
    }
    const list = element("div", {});
    const kind = element("select", {}, element("option", { value: "" }, "all kinds"),
      [...new Set(scores.mistakes.map((each) => each.kind))].map((name) => element("option", { value: name }, name)));
    const least = element("input", { type: "range", min: 0, max: 1, step: 0.01, value: 0 });
    const leastValue = element("output", {}, "0.00");
    const status = element("span", { role: "status", class: "quiet" });
    const show = () => {
      const shown = scores.mistakes.filter((each) =>
        (kind.value === "" || each.kind === kind.value) && (Number(least.value) === 0 || (each.confidence || 0) >= Number(least.value)));
      leastValue.textContent = Number(least.value).toFixed(2);
      status.textContent = plural(shown.length, "mistake") + " shown";
      list.replaceChildren(...shown.map((each) => element("article", {},
        element("h3", {}, each.kind, element("span", { class: "quiet" }, each.place),
          each.known ? element("span", { class: "quiet" }, each.known) : null),
        reading(["gold", sentence(each, each.gold, each.wrong_gold)],
          ["found", sentence(each, each.predicted, each.wrong_predicted, each.confidence)]))));
    };
    kind.addEventListener("change", show);
    least.addEventListener("input", show);
    section("mistakes", "Mistakes",
      note("The " + (scores.mistake_count > scores.mistakes.length ? scores.mistakes.length + " of " + count(scores.mistake_count) : count(scores.mistake_count)) +
        " wrong spans of which the model was surest; the wrong span has an outline. Often it is the gold tag that is wrong."),
      element("ul", { class: "kinds", "aria-label": "Kinds of mistakes, the commonest first" }, scores.kinds.map(([name, number]) =>
        element("li", {}, name + " ", element("strong", {}, count(number))))),
      element("div", { class: "tools on-screen" }, element("label", {}, "kind", kind),
        element("label", {}, "confidence at least", least, leastValue), status),
      list);
    show();
  }

  // ---- the parts of a training

  function curves(training) {
    const epochs = training.epochs;
    if (epochs.length < 2) return;
    const x = { type: "category", name: "epoch", data: epochs.map((each) => String(each.epoch)), splitLine: { show: false } };
    const line = (name, field, more = {}, scale = 1) => ({
      name, type: "line", symbolSize: 6, ...more,
      data: epochs.map((each) => (each[field] === undefined ? null : each[field] * scale)),
    });
    const has = (field) => epochs.some((each) => each[field] !== undefined);
    const boxes = [];
    const add = (title, label, option) => {
      const made = chart(title);
      boxes.push({ ...made, label, option });
    };
    const validated = has("valid_f1");
    if (has("loss") || validated) {
      const best = epochs.filter((each) => each.best).pop();
      add("Loss" + (validated ? " and validation" : ""), "Loss and scores on the validation data, by epoch", () => ({
        xAxis: x,
        yAxis: [{ type: "value", name: "loss, nats a sentence" },
          { type: "value", name: "percent", splitLine: { show: false }, max: (range) => Math.min(100, Math.ceil(range.max / 5) * 5 + 5) }],
        series: [
          ...(has("loss") ? [line("loss", "loss")] : []),
          ...(validated ? [
            line("valid F1", "valid_f1", { yAxisIndex: 1, lineStyle: { width: 3 },
              markPoint: best === undefined ? undefined : { symbolSize: 1, label: { color: Charts.colour("text"), formatter: "best", position: "top" },
                data: [{ coord: [String(best.epoch), best.valid_f1] }] } }),
            line("precision", "valid_precision", { yAxisIndex: 1, lineStyle: { width: 1, type: "dashed" }, symbolSize: 3 }),
            line("recall", "valid_recall", { yAxisIndex: 1, lineStyle: { width: 1, type: "dotted" }, symbolSize: 3 }),
          ] : []),
        ],
      }));
    }
    if (has("learning_rate")) {
      add("Learning rate", "Learning rate, by epoch", () => ({
        xAxis: x, yAxis: { type: "value", axisLabel: { formatter: (value) => Number(value.toPrecision(3)).toString() } },
        legend: { show: false }, series: [line("learning rate", "learning_rate")],
      }));
    }
    add("Speed, tokens a second", "Tokens a second, by epoch", () => ({
      xAxis: x, yAxis: { type: "value", scale: false, axisLabel: { formatter: (value) => count(value) } },
      legend: { show: false }, series: [line("tokens a second", "tokens_per_second")],
    }));
    if (has("heap_bytes")) {
      add("Memory, MB", "Memory of the process in megabytes, by epoch", () => ({
        xAxis: x, yAxis: { type: "value", scale: false, axisLabel: { formatter: (value) => count(value) } },
        series: [
          ...(has("resident_bytes") ? [line("process", "resident_bytes", {}, 1e-6)] : []),
          line("Java heap", "heap_bytes", {}, 1e-6),
        ],
      }));
    }
    section("training", "Training", element("div", { class: "charts" }, boxes.map(({ box }) => box)));
    boxes.forEach(({ holder, label, option }) => Charts.draw(holder, label, option));
  }

  function rounds(training) {
    const all = training.rounds;
    if (all.length === 0) return;
    const seconds = chart("Where the time of each round went");
    const bytes = chart("What each round sent");
    section("rounds", "Rounds on the executors",
      note(plural(all.length, "round") + ", " + duration(all.reduce((sum, each) => sum + each.compute + each.send + each.wait, 0)) +
        ". Computing is that of the slowest worker; waiting is scheduling, the network, and workers that take turns."),
      element("div", { class: "charts" }, seconds.box, bytes.box));
    const x = { type: "category", name: "round", splitLine: { show: false }, data: all.map((each, i) => "round " + (i + 1) + ", epoch " + each.epoch),
      axisLabel: { formatter: (name) => name.replace(/round (\d+).*/, "$1") } };
    const zoom = all.length > 80 ? [{ type: "inside" }, { type: "slider", height: 16, bottom: 0 }] : undefined;
    const stacked = (name, field) => ({ name, type: "bar", stack: "time", barCategoryGap: "15%", data: all.map((each) => each[field]) });
    Charts.draw(seconds.holder, "Seconds of each round: computing, sending, waiting", () => ({
      xAxis: x, yAxis: { type: "value", name: "seconds", scale: false }, dataZoom: zoom, grid: zoom ? { bottom: 62 } : {},
      series: [stacked("computing", "compute"), stacked("sending", "send"), stacked("waiting", "wait")],
    }));
    const sent = (name, field) => ({ name, type: "line", showSymbol: all.length < 60, data: all.map((each) => each[field] / 1e6) });
    Charts.draw(bytes.holder, "Megabytes of each round", () => ({
      xAxis: x, yAxis: { type: "value", name: "MB", scale: false }, dataZoom: zoom, grid: zoom ? { bottom: 62 } : {},
      series: [sent("to each machine", "bytes_sent"), sent("to the driver", "bytes_received")],
    }));
  }

  function dataOf(training, scores) {
    const start = training === undefined ? null : training.start;
    if (!start && !scores) return;
    const facts = [];
    const add = (name, value) => {
      if (value !== undefined && value !== null && value !== "") facts.push(element("dt", {}, name), element("dd", {}, value));
    };
    const share = (rate) => (rate === undefined ? undefined : (100 * rate).toFixed(1) + " % of the tokens");
    if (start) {
      add("training", count(start.sentences) + " sentences, " + count(start.tokens) + " tokens, " + count(start.vocabulary) + " distinct");
      add("validation", start.valid_sentences === 0 ? "none" : count(start.valid_sentences) + " sentences, " + count(start.valid_tokens) + " tokens");
      add("tags", start.scheme);
      add("break the scheme", start.violations > 0 ? plural(start.violations, "sentence") : undefined);
      add("longest sentences", start.longest.map(count).join(", ") + " tokens");
      add("pretrained words", share(start.pretrained_rate));
      add("unknown words", share(start.unknown_rate));
    } else {
      add("sentences", count(scores.sentences));
      add("tokens", count(scores.tokens));
    }
    const content = [element("dl", { class: "facts" }, facts)];
    const trained = start ? start.entities : {};
    const validated = scores ? scores.types : {};
    const names = [...new Set([...Object.keys(trained), ...Object.keys(validated)])]
      .sort((a, b) => (trained[b] || 0) - (trained[a] || 0) || ((validated[b] || {}).gold || 0) - ((validated[a] || {}).gold || 0));
    if (names.length > 0) {
      const most = Math.max(1, ...Object.values(trained), ...Object.values(validated).map((each) => each.gold));
      const amount = (number, type) => {
        const cell = bar((100 * (number || 0)) / most, hue(type));
        cell.querySelector(".number").textContent = count(number || 0);
        return cell;
      };
      content.push(table(["type", ...(start ? ["training"] : []), ...(scores ? [start ? "validation" : "entities"] : [])],
        names.map((type) => element("tr", {}, named(type), start ? amount(trained[type], type) : null,
          scores ? amount((validated[type] || {}).gold, type) : null))));
    }
    if (start && start.warnings.length > 0) {
      content.push(element("h3", {}, "Warnings"), element("ul", { class: "warnings" }, start.warnings.map((text) => element("li", {}, text))));
    }
    section("data", "Data", ...content);
  }

  // ---- two models

  function comparison(both) {
    const [one, two] = both.names;
    const { f1, f1_low, f1_high, p_value, resamples } = both.difference;
    const sure = p_value < 0.05;
    section("overview", "At a glance",
      element("p", { class: "verdict" }, sure
        ? (f1 > 0 ? "The second model is better" : "The first model is better") + ", beyond what chance explains."
        : "The data does not show which of the two is better."),
      element("div", { class: "figures" },
        figure("F1 of the first", fixed(both.first.f1), one), figure("F1 of the second", fixed(both.second.f1), two),
        figure("difference", signed(f1), "95 % interval " + signed(f1_low) + " to " + signed(f1_high)),
        figure("p-value", p_value < 0.001 ? "< 0.001" : p_value.toFixed(3), "paired bootstrap, " + count(resamples) + " draws of the sentences"),
        figure("sentences that differ", count(both.differing_sentences),
          "first better in " + count(both.first_better) + ", second in " + count(both.second_better))));
    const names = [...new Set([...sortedTypes(both.first), ...sortedTypes(both.second)])];
    const none = { f1: 0, gold: 0, predicted: 0 };
    const row = (heading, a, b, rowHue, total) => {
      const delta = b.f1 - a.f1;
      return element("tr", total ? { class: "total" } : {}, heading, bar(a.f1, rowHue), bar(b.f1, rowHue),
        element("td", { class: delta > 0 ? "better" : delta < 0 ? "worse" : "" }, signed(delta)), element("td", {}, count(a.gold)));
    };
    section("types", "F1 by type", table(["type", "first", "second", "difference", "gold"], [
      ...names.map((type) => row(named(type), both.first.types[type] || none, both.second.types[type] || none, hue(type), false)),
      row(element("th", { scope: "row" }, "all"), both.first, both.second, undefined, true)]));
    sentences(both);
  }

  function sentences(both) {
    const list = element("div", {});
    const which = element("select", {}, [["", "all"], ["1", "first is better"], ["2", "second is better"], ["0", "neither is better"]]
      .map(([value, text]) => element("option", { value }, text)));
    const query = element("input", { type: "search", placeholder: "Search in the sentences", "aria-label": "Search in the sentences" });
    const status = element("span", { role: "status", class: "quiet" });
    const previous = element("button", { type: "button" }, "‹ Previous");
    const next = element("button", { type: "button" }, "Next ›");
    let from = 0;
    const show = () => {
      const wanted = query.value.trim().toLowerCase();
      const fitting = both.sentences.filter((each) =>
        (which.value === "" || String(each.better) === which.value) && (wanted === "" || each.tokens.join(" ").toLowerCase().includes(wanted)));
      if (from >= fitting.length) from = 0;
      const shown = fitting.slice(from, from + SHOWN_SENTENCES);
      status.textContent = fitting.length === 0 ? "none" : count(from + 1) + "–" + count(from + shown.length) + " of " + count(fitting.length);
      previous.disabled = from === 0;
      next.disabled = from + SHOWN_SENTENCES >= fitting.length;
      const verdict = ["", "first is better", "second is better"];
      list.replaceChildren(...shown.map((each) => element("article", {},
        element("h3", {}, each.place, element("span", { class: "quiet" }, verdict[each.better])),
        reading(["gold", sentence(each, each.gold)], ["first", sentence(each, each.first)], ["second", sentence(each, each.second)]))));
    };
    const move = (step) => {
      from = Math.max(0, from + step);
      show();
      list.parentElement.scrollIntoView();
    };
    previous.addEventListener("click", () => move(-SHOWN_SENTENCES));
    next.addEventListener("click", () => move(SHOWN_SENTENCES));
    for (const tool of [which, query]) tool.addEventListener("input", () => { from = 0; show(); });
    section("sentences", "Sentences that differ",
      both.sentences.length < both.differing_sentences ? note("The first " + count(both.sentences.length) + " of " + count(both.differing_sentences) + ".") : null,
      element("div", { class: "tools on-screen" }, element("label", {}, "show", which), query, previous, next, status),
      list);
    show();
  }

  // ---- how to repeat it

  function repeat() {
    const copy = element("button", { type: "button", class: "on-screen" }, "Copy");
    copy.addEventListener("click", () => {
      const done = () => { copy.textContent = "Copied"; };
      if (navigator.clipboard) navigator.clipboard.writeText(report.command).then(done, () => select());
      else select();
    });
    const text = element("pre", {}, report.command);
    const select = () => {
      const range = document.createRange();
      range.selectNodeContents(text);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    };
    const facts = Object.entries(report.facts || {}).map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
    section("repeat", "Repeat it", element("div", { class: "command" }, text, copy),
      facts.length > 0 ? [element("h3", {}, "The model"), element("dl", { class: "facts" }, facts)] : null);
  }

  document.getElementById("kind").textContent = report.kind;
  document.getElementById("subject").textContent = report.subject;
  const scores = report.evaluation;
  for (const each of [scores, (report.comparison || {}).first, (report.comparison || {}).second]) {
    if (each) sortedTypes(each).forEach((type) => hue(type));
  }
  if (report.comparison) comparison(report.comparison);
  if (scores || report.training) overview(scores, report.training);
  if (report.training) {
    curves(report.training);
    rounds(report.training);
  }
  if (scores) {
    types(scores);
    confusion(scores);
    confidence(scores);
    breakdowns(scores);
    mistakes(scores);
  }
  dataOf(report.training, scores);
  if (report.command) repeat();
})();
