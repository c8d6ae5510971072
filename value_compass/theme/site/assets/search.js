/* The search, which search-box.js loads. Its index is a script (a browser reads no data file from a file share).
   Names count most, then other names, situations, summaries, text. What readers tried before and no entry is called by
   stands in site.yml. */
(() => {
  "use strict";
  const { _ } = globalThis.compassWords;
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
    loading ??= globalThis.compassLoad(new URL("search-index.js", ASSETS)).then(() => prepare(globalThis.compassIndex));
    return loading;
  }

  /* Words that carry no meaning of their own. */
  const SMALL = new Set((
    "a an and any are as at be been by can do does for from get had has have he her his how i if in into is it its me"
    + " my not of on or our she so some that the their them there they this to too us was we were what when where"
    + " which who why will with you your"
    + " de het een en van wij we mijn onze ons ik is zijn naar voor met bij te aan op niet hoe wat wie"
  ).split(" "));

  /* A word without its ending, so that "leaves" finds "leaving". */
  function stem(word) {
    const cut = word
      .replace(/ies$/, "y").replace(/(?:ings?|ed|ions?|(?<!s)e?s|e)$/, "").replace(/([bdgmnprt])\1$/, "$1");
    return cut.length > 2 ? cut : word;
  }

  /* Every word with its stem, and the records that say it: the place of each, and what it weighs there. */
  function prepare(index) {
    const vocabulary = new Map();
    const say = (word, place, weight) => {
      if (!vocabulary.has(word)) vocabulary.set(word, { stem: stem(word), places: new Map() });
      const { places } = vocabulary.get(word);
      places.set(place, Math.max(weight, places.get(place) || 0));
    };
    const records = index.records.map(([kind, name, address, summary, aliases, situation, language], place) => {
      const texts = { name: [name], alias: aliases, situation: [situation], summary: [summary] };
      for (const [field, list] of Object.entries(texts)) {
        for (const words of list.map(wordsOf)) {
          for (const word of words) say(word, place, WEIGHTS[field]);
          /* "Kick-off" is also typed as one word. */
          if (field === "name" || field === "alias") {
            words.slice(1).forEach((word, i) => say(words[i] + word, place, WEIGHTS[field] * 0.9));
          }
        }
      }
      return {
        kind, name, address, summary, aliases, situation, language,
        exact: [name, ...aliases].map((called) => called.toLowerCase()),
        whole: { name: inWords(name), aliases: aliases.map(inWords), situation: inWords(situation) },
      };
    });
    for (const line of index.words.split("\n").filter(Boolean)) {
      const [word, ...steps] = line.split(" ");
      let place = 0;
      for (const step of steps) {
        place += parseInt(step, 36);
        say(word, place, WEIGHTS.text);
      }
    }
    const tried = index.tried.flatMap(([typed, places]) =>
      typed.map((phrase) => {
        const words = wordsOf(phrase);
        return { words, whole: words.join(" "), stems: meant(words).map(stem), places };
      }));
    for (const { words } of tried) {
      for (const word of words) if (!vocabulary.has(word)) vocabulary.set(word, { stem: stem(word), places: new Map() });
    }
    /* What fits a word begins with the same letter, which endings leave. */
    const initials = new Map();
    for (const [word, said] of vocabulary) {
      if (!initials.has(word[0])) initials.set(word[0], []);
      initials.get(word[0]).push([word, said]);
    }
    return { records, vocabulary, initials, tried, apart: new Set(index.apart) };
  }

  /* The words that count, unless there is none among them. */
  function meant(words) {
    const counting = words.filter((word) => !SMALL.has(word));
    return counting.length ? counting : words;
  }

  /* The records that say a word, or one that it begins, and what it weighs there. */
  function placesOf(word, { initials }) {
    const places = new Map();
    const stemmed = stem(word);
    for (const [other, said] of initials.get(word[0]) || []) {
      let fit = 0;
      if (other === word) fit = 1.2;
      else if (said.stem === stemmed) fit = 1;
      else if (word.length > 2 && other.startsWith(word)) fit = 0.7;
      if (!fit) continue;
      for (const [place, weight] of said.places) places.set(place, Math.max(fit * weight, places.get(place) || 0));
    }
    return places;
  }

  /* How many slips of the hand lie between two words: a letter too many, too few, another, or two swapped. */
  function distance(one, other) {
    const rows = [[...other, ""].map((_, i) => i)];
    for (let i = 1; i <= one.length; i += 1) {
      rows.push([i]);
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          least = Math.min(least, rows[i - 2][j - 2] + 1);
        }
        rows[i].push(least);
      }
    }
    return rows.at(-1).at(-1);
  }

  /* The known word nearest to one that nothing begins with; of two as near, the one that more entries say. */
  function nearest(word, { vocabulary }) {
    if (word.length < 4) return null;
    const enough = word.length < 8 ? 1 : 2;
    let best = null;
    for (const [other, { places }] of vocabulary) {
      if (Math.abs(other.length - word.length) > enough) continue;
      const slips = distance(word, other);
      const strength = Math.max(0, ...places.values()) * 1000 + places.size;
      if (slips <= enough && (!best || slips < best.slips || (slips === best.slips && strength > best.strength))) {
        best = { other, slips, strength };
      }
    }
    return best && best.other;
  }

  /* What is typed stands as a whole in a name, another name or a situation. */
  function wholeMatch({ exact, whole }, typed, asTyped) {
    if (exact[0] === asTyped) return 400;
    if (exact.includes(asTyped)) return 300;
    if (whole.name === typed) return 200;
    if (whole.aliases.includes(typed)) return 170;
    if (whole.name.startsWith(`${typed} `)) return 110;
    if (whole.name.startsWith(typed)) return 60;
    if (whole.aliases.some((alias) => alias.startsWith(typed))) return 40;
    if (whole.situation === typed) return 340;
    return typed.includes(" ") && whole.situation.includes(typed) ? 120 : 0;
  }

  /* What readers tried before: the entries that they meant by words that are all typed now. */
  function triedBefore(whole, stems, last, { tried }) {
    const scores = new Map();
    for (const phrase of tried) {
      const begun = phrase.stems.filter((one) => stems.includes(one) || (last.length > 2 && one.startsWith(last)));
      if (begun.length < phrase.stems.length) continue;
      const all = begun.every((one) => stems.includes(one));
      const more = all && begun.length === stems.length ? 80 : 0;
      const exactly = phrase.whole === whole;
      const score = exactly ? 380 : (all ? (60 * begun.length ** 2) / stems.length : 25) + more;
      phrase.places.forEach((place, rank) => {
        scores.set(place, Math.max(score - rank * (exactly ? 40 : 1), scores.get(place) || 0));
      });
    }
    return scores;
  }

  /* All records that say what is typed, the best first; what has no page of its own counts for less, and what stands apart for less again. */
  function find(typed, prepared) {
    const { records, vocabulary, apart } = prepared;
    const asTyped = typed.trim().toLowerCase();
    const known = (word) => vocabulary.has(word) || placesOf(word, prepared).size > 0;
    const mended = wordsOf(typed).map((word) => (known(word) ? word : nearest(word, prepared) || word));
    const whole = mended.join(" ");
    const words = [...new Set(meant(mended))];
    const scores = new Map();
    for (const word of words) {
      const places = placesOf(word, prepared);
      /* A word that stands everywhere says little. */
      const rarity = Math.log(1 + records.length / (1 + places.size));
      for (const [place, weight] of places) {
        const before = scores.get(place) || { score: 0, words: 0 };
        scores.set(place, { score: before.score + weight * rarity, words: before.words + 1 });
      }
    }
    const tried = triedBefore(whole, words.map(stem), words.at(-1) || "", prepared);
    for (const place of tried.keys()) if (!scores.has(place)) scores.set(place, { score: 0, words: words.length });
    const ranked = [...scores].map(([place, found]) => {
      const own = !records[place].address.includes("#");
      const said = found.score * (found.words / words.length) + wholeMatch(records[place], whole, asTyped);
      return [place, said * (own ? 1 : 0.6) * (apart.has(place) ? 0.5 : 1) + (tried.get(place) || 0)];
    });
    const best = Math.max(...ranked.map(([, score]) => score));
    return ranked
      .filter(([, score]) => score > best / 20)
      .sort(([a, one], [b, other]) => other - one || a - b)
      .map(([place]) => records[place]);
  }

  /* The line below a name: of other name, situation and summary the one that says most of what is typed. */
  function reason(record, typed) {
    const wanted = meant(wordsOf(typed)).map(stem);
    const says = (text) => wanted.filter((one) => wordsOf(text).some((word) => stem(word).startsWith(one))).length;
    const alias = record.aliases.find((one) => says(one) === Math.max(1, ...record.aliases.map(says)));
    const lines = [[record.summary, says(record.summary)], [record.situation, says(record.situation)]];
    if (alias && !says(record.name)) lines.push([_("Also: {name}", { name: alias }), says(alias)]);
    return lines.reduce((best, line) => (line[1] > best[1] ? line : best))[0];
  }

  /* A text with the typed words marked. */
  function marked(text, typed) {
    const wanted = meant(wordsOf(typed)).map(stem);
    const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    return pieces.filter(Boolean).map((piece) => {
      const said = wordsOf(piece)[0];
      const hit = said && wanted.some((one) => stem(said) === one || (one.length > 2 && said.startsWith(one)));
      return hit ? part("mark", "", piece) : piece;
    });
  }

  const part = (name, className, text) =>
    Object.assign(document.createElement(name), { className, textContent: text });

  function filled(element, children) {
    element.append(...children);
    return element;
  }

  function link(record, typed) {
    const result = part("a", "", "");
    result.href = new URL(record.address, TOP);
    const said = [
      filled(part("span", "vc-found-name", ""), marked(record.name, typed)), " ",
      filled(part("span", "vc-found-reason", ""), marked(reason(record, typed), typed)),
    ];
    if (record.language) said.forEach((words) => { if (words.lang !== undefined) words.lang = record.language; });
    result.append(part("span", "vc-found-kind", record.kind), " ", ...said);
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
      state.textContent = _("The search could not be loaded. The parts above lead everywhere too.");
      return undefined;
    }
    const found = find(typed, prepared);
    offer(found.slice(0, SHOWN), typed);
    if (found.length > SHOWN) {
      const all = part("a", "vc-found-all", _("Show all {number}", { number: found.length }));
      all.addEventListener("click", () => offer(found, typed));
      list.append(asOption(all, SHOWN));
    }
    list.scrollTop = 0;
    state.textContent = found.length
      ? _("{number} found", { number: found.length })
      : _("Nothing is called or says “{words}”. Try another word, or one of the parts.", { words: typed });
    return undefined;
  }

  function asOption(option, index) {
    option.id = `found-${index}`;
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    return option;
  }

  function offer(found, typed) {
    list.replaceChildren(...found.map((record, index) => asOption(link(record, typed), index)));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
  }

  const keys = {
    ArrowDown: () => (list.hidden ? show() : activate(active + 1)),
    ArrowUp: () => activate(active < 0 ? -1 : active - 1),
    Enter: () => (list.children[Math.max(active, 0)] || { click() {} }).click(),
    Escape: () => (list.hidden && !state.textContent ? input.blur() : close()),
  };

  const open = () => { load().catch(() => null); if (input.value) show(); };
  input.addEventListener("focus", open);
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) close(); });
  /* The reader is there already, and may have typed. */
  if (document.activeElement === input) open();
})();
