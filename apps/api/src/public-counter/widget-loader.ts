/**
 * `/public/widget.js`: puts the widget where its tag stands, in a frame of its own, so that neither page can touch the
 * other. What it takes from the tag: `data-edition`, `data-lang`, `data-theme`.
 */
export const WIDGET_LOADER = `"use strict";
(() => {
  const tag = document.currentScript;
  if (!tag || !tag.dataset.edition) return;
  const language = tag.dataset.lang || document.documentElement.lang.slice(0, 2) || "ar";
  const address = new URL("/public/" + encodeURIComponent(tag.dataset.edition) + "/widget", tag.src);
  address.searchParams.set("lang", language);
  address.searchParams.set("theme", tag.dataset.theme || "auto");
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = { fr: "Compteur de visites", en: "Counter of visits" }[language] || "عداد الزيارات";
  frame.loading = "lazy";
  frame.referrerPolicy = "no-referrer";
  frame.style.cssText = "display:block;width:100%;max-width:28rem;height:13rem;border:0;color-scheme:normal";
  tag.after(frame);
})();
`;
