/**
 * Asks for the figures every few seconds, and says it when they are old: by the server's clock, as a viewer's may be
 * wrong. It keeps nothing and asks nothing while nobody can see it.
 */
export const WIDGET_SCRIPT = `"use strict";
(() => {
  const EVERY_MS = 5000, OLD_MS = 30000;
  const place = (id) => document.getElementById(id);
  const counter = place("counter"), { edition } = counter.dataset;
  const words = JSON.parse(counter.dataset.words);
  const language = document.documentElement.lang;
  const tag = { ar: "ar-MA-u-nu-latn", fr: "fr-MA-u-nu-latn", en: "en-GB" }[language];
  const number = new Intl.NumberFormat(tag);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let shown = null, receivedAt = 0, ageThen = 0, timer = 0, moving = 0, isGone = false;

  const fill = (text, value) => text.replace("{}", value);
  // What is set from left to right within a right-to-left line.
  const isolated = (text) => "\\u2068" + text + "\\u2069";
  const hour = (at, timeZone) =>
    new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone }).format(at);
  const dateOf = (at, timeZone) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
  const dayName = (day) => new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", timeZone: "UTC" }).format(Date.parse(day));

  const setMain = (value) => {
    const target = place("main"), from = Number(target.dataset.value || value);
    cancelAnimationFrame(moving);
    target.dataset.value = value;
    if (calm.matches || document.hidden || from >= value) { target.textContent = number.format(value); return; }
    const began = performance.now();
    const step = (now) => {
      const share = Math.min(1, (now - began) / 600);
      target.textContent = number.format(Math.round(from + (value - from) * share));
      if (share < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  };

  const show = () => {
    if (!shown) return;
    const { names, totals, day, asOf, timeZone, status } = shown;
    const isToday = status === "open" && dateOf(Date.parse(asOf), timeZone) === day;
    place("name").textContent = names[language];
    setMain(isToday ? totals.visitsToday : totals.visitsEdition);
    place("main-label").textContent = isToday ? words.visitsToday : words.visitsAll;
    place("second").textContent = isToday ? fill(words.all, isolated(number.format(totals.visitsEdition))) : "";
    age();
  };

  const age = () => {
    if (isGone || !shown) return;
    const isOld = ageThen + performance.now() - receivedAt > OLD_MS;
    const wasOld = counter.classList.contains("old");
    counter.classList.toggle("old", isOld);
    const { asOf, timeZone } = shown;
    const isToday = dateOf(Date.now(), timeZone) === dateOf(Date.parse(asOf), timeZone);
    const date = isToday ? "" : dayName(dateOf(Date.parse(asOf), timeZone)) + " ";
    const text = fill(isOld ? words.old : words.asOf, date + isolated(hour(Date.parse(asOf), timeZone)));
    place("as-of").textContent = text;
    // Read aloud only when it becomes old: a figure that moves would never let a listener go.
    if (isOld !== wasOld) place("state").textContent = isOld ? text : "";
  };

  const ask = async () => {
    clearTimeout(timer);
    try {
      const response = await fetch("/public/" + encodeURIComponent(edition), { cache: "no-cache", credentials: "omit" });
      if (response.status === 404) { gone(); }
      else if (response.ok) {
        const next = await response.json();
        // Another server may be a moment behind.
        if (!shown || next.version > shown.version || (next.version === shown.version && next.asOf >= shown.asOf)) {
          const there = Date.parse(response.headers.get("date")) + 1000 * Number(response.headers.get("age") || 0);
          isGone = false;
          counter.classList.remove("gone");
          shown = next; receivedAt = performance.now();
          ageThen = Number.isNaN(there) ? 0 : Math.max(0, there - Date.parse(next.asOf));
          show();
        }
      }
    } catch {
      // Away: what is shown grows old, and says so.
      age();
    }
    timer = setTimeout(ask, EVERY_MS + Math.random() * 1000);
  };

  const gone = () => {
    isGone = true;
    counter.classList.add("gone");
    place("as-of").textContent = words.gone;
    place("state").textContent = words.gone;
  };

  document.addEventListener("visibilitychange", () => { if (document.hidden) clearTimeout(timer); else void ask(); });
  setInterval(age, 1000);
  void ask();
})();
`;
