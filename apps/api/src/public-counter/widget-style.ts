/** Light, dark, or as the reader's system has it. What is old looks old: without colour, under a dashed line. */
export const WIDGET_STYLE = `
:root { color-scheme: light; --ground: #fff; --ink: #1b211e; --soft: #545047; --figure: #155243; --edge: #d6cfc0; --old: #9a331a; }
:root[data-theme=dark] { color-scheme: dark; --ground: #0f1a17; --ink: #f4f1ea; --soft: #c9c2b3; --figure: #f1d38c; --edge: #2c4a41; --old: #f2b5a3; }
@media (prefers-color-scheme: dark) {
  :root[data-theme=auto] { color-scheme: dark; --ground: #0f1a17; --ink: #f4f1ea; --soft: #c9c2b3; --figure: #f1d38c; --edge: #2c4a41; --old: #f2b5a3; }
}
* { box-sizing: border-box; margin: 0; }
html, body { height: 100%; background: transparent; }
body { font-family: "Readex Pro", "IBM Plex Sans Arabic", "Noto Sans Arabic", system-ui, sans-serif; color: var(--ink); }
main { display: grid; align-content: center; gap: 0.35rem; min-height: 100%; padding: 1rem 1.25rem; background: var(--ground); border: 1px solid var(--edge); border-block-start: 4px solid var(--figure); border-radius: 1rem; }
h1 { font-size: 1rem; font-weight: 600; line-height: 1.35; }
.figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; font-size: 1rem; }
.figure strong { font-size: clamp(2rem, 13vw, 3.25rem); line-height: 1.15; font-variant-numeric: tabular-nums; color: var(--figure); unicode-bidi: isolate; }
.second, .as-of { font-size: 0.9rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.second:empty { display: none; }
.old, .gone { border-style: dashed; border-color: var(--old); }
.old strong, .gone strong { color: var(--soft); }
.old .as-of, .gone .as-of { color: var(--old); font-weight: 600; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
