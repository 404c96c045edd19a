"use strict";

// Everything that came from outside is put into the page as text, never as markup.
const COLOURS = 8;
const byId = (id) => document.getElementById(id);
let types = [];
let shown = null;

function colour(type) {
  if (!types.includes(type)) types.push(type);
  return "c" + (types.indexOf(type) % COLOURS);
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function marked(entity) {
  const mark = element("mark", entity.text, colour(entity.type));
  mark.appendChild(element("span", entity.type, "type"));
  mark.title = entity.type + ", confidence " + entity.confidence.toFixed(4);
  return mark;
}

function showText(text, entities) {
  const characters = Array.from(text);
  const least = Number(byId("least").value);
  const result = byId("result");
  result.replaceChildren();
  let done = 0;
  for (const entity of entities.filter((each) => each.confidence >= least)) {
    result.append(characters.slice(done, entity.begin).join(""), marked(entity));
    done = entity.end;
  }
  result.append(characters.slice(done).join(""));
}

function showReadings(sentences) {
  const list = byId("readings");
  list.replaceChildren();
  byId("readingsTitle").hidden = sentences.length === 0;
  for (const readings of sentences) {
    for (const reading of readings) {
      const item = element("li");
      item.appendChild(element("span", reading.probability.toFixed(4) + " ", "confidence"));
      for (const entity of reading.entities) item.append(marked(entity), " ");
      if (reading.entities.length === 0) item.append("no entity");
      list.appendChild(item);
    }
  }
}

function showLegend() {
  byId("legend").replaceChildren(
    ...types.map((type) => {
      const item = element("li");
      item.appendChild(element("mark", type, colour(type)));
      return item;
    }));
}

function say(text, isError) {
  byId("status").textContent = text;
  byId("status").className = isError ? "error" : "";
}

async function tag() {
  const text = byId("text").value;
  say("tagging", false);
  try {
    const response = await fetch("tag", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: text, readings: text.length < 2000 ? 3 : 0 }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    shown = { text: text, entities: answer.entities };
    showText(text, answer.entities);
    showReadings(answer.sentences || []);
    showLegend();
    say(answer.entities.length + " entities in " + answer.tokens + " tokens, "
      + answer.milliseconds.toFixed(1) + " ms", false);
  } catch (error) {
    say(error.message, true);
  }
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  tag();
});
byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) tag();
});
byId("least").addEventListener("input", () => {
  byId("leastValue").textContent = Number(byId("least").value).toFixed(2);
  if (shown) showText(shown.text, shown.entities);
});
fetch("model").then((response) => response.json()).then((model) => {
  types = model.types;
  byId("model").textContent = "model " + model.version;
  showLegend();
});
