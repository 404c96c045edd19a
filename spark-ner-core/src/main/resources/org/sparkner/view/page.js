"use strict";

/** What all pages share. Everything that comes from data is set as text, never as HTML. */
const SparkNer = (() => {
  const HUES = [212, 28, 140, 282, 350, 178, 52, 245, 98, 320];
  const USUAL = { PER: 0, PERSON: 0, LOC: 1, LOCATION: 1, ORG: 2, ORGANIZATION: 2, ORGANISATION: 2, MISC: 3 };
  const OTHERS = 4;
  const places = new Map();

  /** The data of a name; null where the page has none. */
  function data(name) {
    const element = document.getElementById("data-" + name);
    return element === null ? null : JSON.parse(element.textContent);
  }

  /** A new element with a class, attributes and children, in lists or not; a string becomes text. */
  function element(tag, options = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (name === "class") made.className = value;
      else if (value !== null && value !== undefined) made.setAttribute(name, String(value));
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) made.append(child);
    }
    return made;
  }

  /** The hue of a type in degrees: the same on every page for the usual types, else by the order of asking. */
  function hue(type) {
    if (!places.has(type)) {
      const taken = new Set(places.values());
      let place = Object.hasOwn(USUAL, type) ? USUAL[type] : OTHERS;
      while (taken.has(place)) place = Math.max(OTHERS, place + 1);
      places.set(type, place);
    }
    const place = places.get(type);
    return place < HUES.length ? HUES[place] : Math.round(place * 137.5) % 360;
  }

  /** An entity, with its type and confidence readable to eyes and to screen readers. */
  function entity(content, type, confidence) {
    const mark = element("mark", { class: "entity" });
    mark.style.setProperty("--hue", hue(type));
    mark.append(...content);
    const label = element("span", { class: "type" }, element("span", { class: "for-readers" }, " "), type);
    if (confidence !== undefined && confidence !== null) {
      mark.title = type + ", confidence " + confidence.toFixed(4);
      label.append(element("span", { class: "confidence" }, confidence.toFixed(2)));
    } else {
      mark.title = type;
    }
    mark.append(label);
    return mark;
  }

  /** A number with separators, the same in every browser. */
  function count(number) {
    return Math.round(number).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  }

  function plural(number, word) {
    return count(number) + " " + word + (number === 1 ? "" : "s");
  }

  return { data, element, hue, entity, count, plural };
})();
