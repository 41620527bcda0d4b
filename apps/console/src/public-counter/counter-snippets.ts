import type { DocumentLocale } from "@abwab/contract";

export const counterThemes = ["auto", "light", "dark"] as const;
export type CounterTheme = (typeof counterThemes)[number];

export interface CounterLook {
  language: DocumentLocale;
  theme: CounterTheme;
}

/** What is put on other pages for the counter of an edition. A slug has no letter that means something in HTML. */
export function counterSnippets(origin: string, slug: string, { language, theme }: CounterLook) {
  const data = `${origin}/public/${slug}`;
  const widget = `${data}/widget?lang=${language}&theme=${theme}`;
  return {
    data,
    widget,
    script: `<script src="${origin}/public/widget.js" data-edition="${slug}" data-lang="${language}" data-theme="${theme}" async></script>`,
    frame: `<iframe src="${widget.replace("&", "&amp;")}" title="Abwab" style="width:100%;max-width:28rem;height:13rem;border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
  };
}
