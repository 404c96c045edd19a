"use strict";

(() => {
  const { data, element, hue, entity, count, plural } = SparkNer;
  const PAGE_DOCUMENTS = 20;
  const PAGE_CHARACTERS = 20000;
  const PARTS_KEPT = 8;

  const index = data("index");
  const starts = [0];
  for (const size of index.parts) starts.push(starts[starts.length - 1] + size);
  const total = starts[starts.length - 1];

  const at = (id) => document.getElementById(id);
  const shownTypes = new Set(index.types.keys());
  const kept = new Map();
  let query = "";
  let least = 0;
  let only = false;
  let page = [];
  let search = 0;

  function part(number) {
    let documents = kept.get(number);
    if (documents === undefined) {
      documents = data("part-" + number);
      if (kept.size >= PARTS_KEPT) kept.delete(kept.keys().next().value);
    }
    kept.delete(number);
    kept.set(number, documents);
    return documents;
  }

  function partOf(number) {
    let low = 0;
    let high = index.parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function documentAt(number) {
    const holder = partOf(number);
    return part(holder)[number - starts[holder]];
  }

  const isShown = ([, , type, confidence]) =>
    shownTypes.has(type) && (confidence === undefined || confidence >= least);

  function matches(shown) {
    return (
      (query === "" || shown.text.toLowerCase().includes(query) || shown.title.toLowerCase().includes(query)) &&
      (!only || shown.entities.some(isShown))
    );
  }

  const isFiltered = () => query !== "" || only;

  /** The numbers of the documents that a page holds, from one on, forwards or backwards. */
  function collect(from, step) {
    const numbers = [];
    let characters = 0;
    for (let i = from; i >= 0 && i < total; i += step) {
      const each = documentAt(i);
      if (!matches(each)) continue;
      characters += each.text.length;
      if (numbers.length > 0 && characters > PAGE_CHARACTERS) break;
      numbers.push(i);
      if (numbers.length === PAGE_DOCUMENTS) break;
    }
    return step > 0 ? numbers : numbers.reverse();
  }

  function withHits(text) {
    if (query === "") return [text];
    const pieces = [];
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return [text];
    let from = 0;
    for (let hit = lower.indexOf(query); hit >= 0; hit = lower.indexOf(query, from)) {
      pieces.push(text.slice(from, hit));
      from = hit + query.length;
      pieces.push(element("mark", { class: "found" }, text.slice(hit, from)));
    }
    pieces.push(text.slice(from));
    return pieces;
  }

  function article(number) {
    const shown = documentAt(number);
    const text = element("p", { class: "text", dir: "auto" });
    let from = 0;
    for (const each of shown.entities.filter(isShown)) {
      const [begin, end, type, confidence] = each;
      text.append(...withHits(shown.text.slice(from, begin)));
      text.append(entity(withHits(shown.text.slice(begin, end)), index.types[type], confidence));
      from = end;
    }
    text.append(...withHits(shown.text.slice(from)));
    return element(
      "article",
      { "data-number": number + 1 },
      element("h2", {}, element("span", { class: "quiet" }, count(number + 1)), ...withHits(shown.title)),
      text
    );
  }

  function show(numbers) {
    page = numbers;
    const main = at("documents");
    main.replaceChildren(...numbers.map(article));
    if (numbers.length === 0) {
      main.append(element("p", { class: "nothing" }, total === 0 ? "There are no documents." : "No document fits."));
    }
    const first = numbers[0];
    const last = numbers[numbers.length - 1];
    const entities = numbers.reduce((sum, i) => sum + documentAt(i).entities.filter(isShown).length, 0);
    at("status").textContent =
      numbers.length === 0
        ? ""
        : (first === last ? "Document " + count(first + 1) : "Documents " + count(first + 1) + "–" + count(last + 1)) +
          " of " + count(total) + ", " + (entities === 1 ? "1 entity" : count(entities) + " entities");
    at("number").value = numbers.length === 0 ? "" : first + 1;
    const before = numbers.length > 0 && (isFiltered() ? collect(first - 1, -1).length > 0 : first > 0);
    at("previous").disabled = !before;
    at("first").disabled = !before;
    at("next").disabled = numbers.length === 0 || last + 1 >= total;
  }

  const top = () => window.scrollTo(0, 0);

  function next() {
    if (page.length === 0) return;
    const numbers = collect(page[page.length - 1] + 1, 1);
    if (numbers.length > 0) {
      show(numbers);
      top();
    }
    at("next").disabled = numbers.length === 0 || at("next").disabled;
  }

  function previous() {
    if (page.length === 0) return;
    const numbers = collect(page[0] - 1, -1);
    if (numbers.length > 0) {
      show(numbers);
      top();
    }
  }

  function first() {
    show(collect(0, 1));
    top();
  }

  /** Goes through all parts, one at a time, so that typing is never held up. */
  function countMatches() {
    const own = ++search;
    if (!isFiltered()) {
      at("matches").textContent = "";
      return;
    }
    let found = 0;
    let opening = -1;
    const step = (number) => {
      if (own !== search) return;
      if (number < index.parts.length) {
        const documents = kept.get(number) || data("part-" + number);
        documents.forEach((each, i) => {
          if (matches(each)) {
            found++;
            if (opening < 0) opening = starts[number] + i;
          }
        });
        if (opening >= 0 && page.length === 0) show(collect(opening, 1));
        at("matches").textContent = "searching: " + count(found) + " so far";
        setTimeout(() => step(number + 1), 0);
        return;
      }
      at("matches").textContent = plural(found, "document") + (found === 1 ? " fits" : " fit");
      if (page.length === 0) show([]);
    };
    page = [];
    step(0);
  }

  /** Shows what fits from the documents on that are shown now. */
  function refresh() {
    if (isFiltered()) {
      countMatches();
    } else {
      countMatches();
      show(collect(page.length > 0 ? page[0] : 0, 1));
    }
  }

  function choice(name, number) {
    const box = element("input", { type: "checkbox", value: number });
    box.checked = true;
    box.addEventListener("change", () => {
      if (box.checked) shownTypes.add(number);
      else shownTypes.delete(number);
      repaint();
    });
    const label = element(
      "label", { class: "choice" }, box, name,
      element("span", { class: "number" }, count(index.counts[number]))
    );
    label.style.setProperty("--hue", hue(name));
    return label;
  }

  /** After a change of what is shown within documents. */
  function repaint() {
    if (only) refresh();
    else show(page.length > 0 ? page : collect(0, 1));
  }

  at("title").textContent = document.title;
  at("note").textContent =
    plural(total, "document") + ", " +
    plural(index.counts.reduce((sum, each) => sum + each, 0), "entit").replace(/entits$/, "entities").replace(/entit$/, "entity") +
    (index.note === "" ? "" : ". " + index.note);
  const order = [...index.types.keys()].sort((a, b) => index.counts[b] - index.counts[a]);
  at("types").append(...order.map((number) => choice(index.types[number], number)));
  at("types").classList.toggle("many", order.length > 24);
  at("types").hidden = order.length === 0;
  at("confidence-tool").hidden = !index.confidences;
  at("number").max = total;

  let typing = 0;
  at("query").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      query = at("query").value.trim().toLowerCase();
      refresh();
    }, 150);
  });
  at("confidence").addEventListener("input", () => {
    least = Number(at("confidence").value);
    at("confidence-value").textContent = least.toFixed(2);
    repaint();
  });
  at("only").addEventListener("change", () => {
    only = at("only").checked;
    refresh();
  });
  at("first").addEventListener("click", first);
  at("previous").addEventListener("click", previous);
  at("next").addEventListener("click", next);
  at("number").addEventListener("change", () => {
    const wanted = Math.min(total, Math.max(1, Math.round(Number(at("number").value)) || 1));
    show(collect(wanted - 1, 1));
    top();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === at("query") && event.key === "Escape") {
      at("query").value = "";
      at("query").dispatchEvent(new Event("input"));
      at("query").blur();
      return;
    }
    if (event.target instanceof HTMLInputElement && event.target.type !== "checkbox") return;
    const action = { ArrowRight: next, j: next, ArrowLeft: previous, k: previous, Home: first }[event.key];
    if (action !== undefined) {
      event.preventDefault();
      action();
    } else if (event.key === "/") {
      event.preventDefault();
      at("query").focus();
    }
  });

  show(collect(0, 1));
})();
