/* The words of scripts, in the language of the playbook: messages.js, which the build writes, says what stands for
   each English message. A script takes what it needs of this: const { _, ngettext } = globalThis.compassWords;
   And how a script asks for another when it is used: compassLoad(address), a promise. */
(() => {
  "use strict";
  const { language, messages } = globalThis.compassMessages || { language: "en", messages: {} };
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language === "en" ? "en-GB" : language);

  const filled = (message, values) =>
    message.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? String(values[name]) : place));

  /* A message, with the values of its places. */
  const _ = (message, values = {}) => filled(messages[message] ?? message, values);

  /* A message about a number of things, which is also {number} in it. */
  function ngettext(one, many, count, values = {}) {
    const forms = messages[one] || { one, other: many };
    return filled(forms[rules.select(count)] ?? forms.other, { number: number.format(count), ...values });
  }

  /* The pieces of a message: text, and the values of its places, which may be elements or lists of them. */
  const pieces = (message, values) =>
    (messages[message] ?? message).split(/\{(\w+)\}/).flatMap((piece, place) => (place % 2 ? values[piece] : piece));

  /* Scripts that are asked for one after the other run in that order. */
  globalThis.compassLoad = (address) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: address, async: false });
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });

  globalThis.compassWords = { _, ngettext, pieces, number: (value) => number.format(value) };
})();
