/* The search. Its index is a script (a browser reads no data file from a file share) that is loaded when
   the reader first goes to the search; names count most, then other names, situations, summaries, text. */
(() => {
  "use strict";
  const ASSETS = new URL(".", document.currentScript.src);
  const TOP = new URL("..", ASSETS);
  const SHOWN = 10;
  const WEIGHTS = { name: 12, alias: 7, situation: 5, summary: 3, text: 1 };

  /* Texts as they are read, as generator/check/reading.py has them. */
  const ALIKE = { ı: "i", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ŧ: "t", æ: "ae", œ: "oe", þ: "th", ß: "ss", ς: "σ" };
  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").toLowerCase()
      .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")
      .replace(/[ıøđðłħŧæœþßς]/g, (letter) => ALIKE[letter]);
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}\p{Mc}]+/gu) || [];
  const inWords = (text) => wordsOf(text).join(" ");

  let loading = null;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("search-index.js", ASSETS);
      script.addEventListener("load", () => resolve(prepare(globalThis.compassIndex)));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return loading;
  }

  function prepare(index) {
    const records = index.records.map(([kind, name, address, summary, aliases, situation]) => ({
      kind, name, address, summary, aliases, situation,
      exact: [name, ...aliases].map((called) => called.toLowerCase()),
      whole: { name: inWords(name), aliases: aliases.map(inWords), situation: inWords(situation) },
      words: {
        name: wordsOf(name),
        alias: aliases.flatMap(wordsOf),
        situation: wordsOf(situation),
        summary: wordsOf(summary),
      },
    }));
    const text = Object.entries(index.words).map(([word, numbers]) => [word, numbers]);
    return { records, text };
  }

  /* A word without its ending, so that "leaves" finds "leaving". */
  const stem = (word) => (word.length > 4 ? word.replace(/(ings?|ed|es|s|e)$/, "") : word);

  /* For every record the best place in which a typed word begins one of its words. */
  function placesOf(word, { records, text }) {
    const places = new Map();
    const begin = (list, start) => list.some((other) => other.startsWith(start));
    const look = (start, factor) => {
      records.forEach((record, number) => {
        if (places.has(number)) return;
        const field = Object.keys(record.words).find((name) => begin(record.words[name], start));
        if (field) places.set(number, factor * WEIGHTS[field] * (record.words[field].includes(word) ? 1.2 : 1));
      });
      for (const [other, numbers] of text) {
        if (!other.startsWith(start)) continue;
        for (const number of numbers) if (!places.has(number)) places.set(number, factor * WEIGHTS.text);
      }
    };
    look(word, 1);
    if (stem(word) !== word) look(stem(word), 0.8);
    return places;
  }

  /* How many letters two words differ by, for what was mistyped. */
  function distance(one, other) {
    let row = [...other].map((_, i) => i + 1);
    row.unshift(0);
    for (const [i, letter] of [...one].entries()) {
      const next = [i + 1];
      for (let j = 0; j < other.length; j += 1) {
        next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (letter === other[j] ? 0 : 1)));
      }
      row = next;
    }
    return row.at(-1);
  }

  /* The known word nearest to one that nothing begins with. */
  function nearest(word, { records }) {
    const enough = word.length < 8 ? 1 : 2;
    const near = records
      .flatMap(({ words }) => [...words.name, ...words.alias])
      .filter((other) => word.length > 3 && Math.abs(other.length - word.length) <= enough)
      .map((other) => [distance(word, other), other])
      .filter(([letters]) => letters <= enough)
      .sort(([one], [other]) => one - other);
    return near.length ? near[0][1] : null;
  }

  /* What is typed stands as a whole in a name, another name or a situation. */
  function wholeMatch({ exact, whole }, typed, asTyped) {
    if (exact[0] === asTyped) return 400;
    if (exact.includes(asTyped)) return 300;
    if (whole.name === typed) return 200;
    if (whole.aliases.includes(typed)) return 170;
    if (whole.name.startsWith(typed)) return 160;
    if (whole.aliases.some((alias) => alias.startsWith(typed))) return 40;
    return typed.includes(" ") && whole.situation.includes(typed) ? 80 : 0;
  }

  function find(typed, prepared) {
    const whole = inWords(typed);
    const asTyped = typed.trim().toLowerCase();
    const scores = new Map();
    for (const word of new Set(wordsOf(typed))) {
      let places = placesOf(word, prepared);
      if (!places.size) places = placesOf(nearest(word, prepared) || word, prepared);
      /* A word that stands everywhere says little. */
      const rarity = Math.log(1 + prepared.records.length / (1 + places.size));
      for (const [number, weight] of places) {
        scores.set(number, (scores.get(number) || 0) + weight * rarity);
      }
    }
    const best = Math.max(...scores.values());
    return [...scores]
      .filter(([, score]) => score > best / 6)
      .map(([number, score]) => [number, score + wholeMatch(prepared.records[number], whole, asTyped)])
      .sort(([a, one], [b, other]) => other - one || a - b)
      .slice(0, SHOWN)
      .map(([number]) => prepared.records[number]);
  }

  /* The line below a name: the other name or the situation by which it was found, else its summary. */
  function reason(record, typed) {
    const words = wordsOf(typed).filter((word) => word.length > 2);
    const says = (text) => wordsOf(text).some((other) => words.some((word) => other.startsWith(stem(word))));
    if (says(record.name)) return record.summary;
    const alias = record.aliases.find(says);
    if (alias) return `Also: ${alias}`;
    return says(record.situation) ? record.situation : record.summary;
  }

  const part = (name, className, text) =>
    Object.assign(document.createElement(name), { className, textContent: text });

  function link(record, typed) {
    const result = part("a", "", "");
    result.href = new URL(record.address, TOP);
    result.append(
      part("span", "vc-found-kind", record.kind), " ",
      part("span", "vc-found-name", record.name), " ",
      part("span", "vc-found-reason", reason(record, typed)),
    );
    return result;
  }

  globalThis.compassSearch = { load, prepare, find, link, wordsOf };

  const box = document.querySelector(".vc-search");
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const state = box.querySelector("[role=status]");
  let active = -1;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    state.textContent = "";
  }

  function activate(index) {
    const options = [...list.children];
    if (!options.length) return;
    active = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  async function show() {
    const prepared = await load().catch(() => null);
    const typed = input.value.trim();
    if (!wordsOf(typed).length) return close();
    if (!prepared) {
      state.textContent = "The search could not be loaded. The parts above lead everywhere too.";
      return undefined;
    }
    const found = find(typed, prepared);
    list.replaceChildren(...found.map((record, index) => {
      const option = link(record, typed);
      option.id = `found-${index}`;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    state.textContent = found.length
      ? `${found.length === SHOWN ? "The best " : ""}${found.length} found`
      : `Nothing is called or says “${typed}”. Try another word, or one of the parts.`;
    return undefined;
  }

  const keys = {
    ArrowDown: () => (list.hidden ? show() : activate(active + 1)),
    ArrowUp: () => activate(active < 0 ? -1 : active - 1),
    Enter: () => (list.children[Math.max(active, 0)] || { click() {} }).click(),
    Escape: () => (list.hidden && !state.textContent ? input.blur() : close()),
  };

  input.addEventListener("focus", () => { load().catch(() => null); if (input.value) show(); });
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) close(); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  box.hidden = false;
})();
