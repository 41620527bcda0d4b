import type { DocumentLocale } from "@abwab/contract";
import { createHash } from "node:crypto";
import { z } from "zod";
import { WIDGET_SCRIPT } from "./widget-script.ts";
import { WIDGET_STYLE } from "./widget-style.ts";
import { widgetWords } from "./widget-words.ts";

export const widgetTheme = z.enum(["auto", "light", "dark"]);
export type WidgetTheme = z.infer<typeof widgetTheme>;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** It loads nothing but its figures, and any page may frame it: it has no cookie and nothing to press. */
export const WIDGET_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors *",
  `script-src ${hashOf(WIDGET_SCRIPT)}`,
  `style-src ${hashOf(WIDGET_STYLE)}`,
].join(";");

/**
 * The counter as a page of its own, for a frame on another site.
 *
 * @param slug of a public edition: it has no letter that means something in HTML
 */
export function widgetPage(slug: string, language: DocumentLocale, theme: WidgetTheme): string {
  const words = widgetWords[language];
  return `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${WIDGET_STYLE}</style>
</head>
<body>
<main id="counter" data-edition="${slug}" data-words="${attribute(JSON.stringify(words.live))}">
  <h1 id="name">${words.title}</h1>
  <p class="figure"><strong id="main">–</strong> <span id="main-label">${words.live.waiting}</span></p>
  <p class="second" id="second"></p>
  <p class="as-of" id="as-of"><noscript>${words.noScript}</noscript></p>
  <p class="hidden" role="status" id="state"></p>
</main>
<script>${WIDGET_SCRIPT}</script>
</body>
</html>
`;
}

const attribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
