/** The page at `/`, in the three languages; `{{edition}}` is the slug whose total it shows, or empty. */
export const HOME_PAGE = `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>أبواب · Abwab</title>
<link rel="icon" href="/console/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/home.css">
</head>
<body data-edition="{{edition}}">
<main>
  <img class="logo" src="/console/favicon.svg" alt="" width="112" height="112">
  <h1><span lang="ar">أبواب</span> <span lang="fr" dir="ltr">Abwab</span></h1>
  <section id="live" hidden aria-live="polite">
    <p class="total" id="total">–</p>
    <p class="label"><span lang="ar">زيارة اليوم</span> · <span lang="fr" dir="ltr">visites aujourd’hui</span> · <span lang="en" dir="ltr">visits today</span></p>
    <p class="as-of" id="as-of"></p>
  </section>
  <nav>
    <a href="/console/"><strong lang="ar">لوحة القيادة</strong><span lang="fr" dir="ltr">Console</span></a>
    <a href="/kiosk/"><strong lang="ar">كشك الأبواب</strong><span lang="fr" dir="ltr">Kiosque</span></a>
  </nav>
  <p class="more"><a href="/api/docs" lang="en" dir="ltr">API</a></p>
</main>
<script src="/socket.io/socket.io.min.js" defer></script>
<script src="/home.js" defer></script>
</body>
</html>
`;

export const HOME_SCRIPT = `"use strict";
const edition = document.body.dataset.edition;
if (edition) {
  const number = new Intl.NumberFormat("fr-MA");
  const total = document.getElementById("total");
  const asOf = document.getElementById("as-of");
  const live = document.getElementById("live");
  let shown = null;
  const show = (tick) => {
    if (shown && (tick.version < shown.version || (tick.version === shown.version && tick.asOf < shown.asOf))) return;
    shown = tick;
    live.hidden = false;
    live.classList.remove("old");
    total.textContent = number.format(tick.totals.visitsToday);
    asOf.textContent = new Date(tick.asOf).toLocaleTimeString("fr-MA");
  };
  const socket = io("/live", { transports: ["websocket"] });
  socket.on("connect", () => socket.emit("watch", { edition }, (answer) => { if (answer.ok) show(answer.snapshot); }));
  socket.on("counts", show);
  socket.on("disconnect", () => live.classList.add("old"));
}
`;

export const HOME_STYLE = `:root { color-scheme: light; font-family: "Readex Pro", "Noto Sans Arabic", system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: linear-gradient(160deg, #0e3a32, #17564a); color: #fff; }
main { width: min(36rem, calc(100% - 2rem)); text-align: center; padding: 2rem 0; }
.logo { filter: drop-shadow(0 0.5rem 1.5rem rgb(0 0 0 / 35%)); }
h1 { font-size: clamp(2.5rem, 10vw, 4.5rem); margin: 0 0 1rem; font-weight: 700; }
h1 span + span { font-size: 0.45em; font-weight: 400; color: #f3d9a4; }
.total { font-size: clamp(3rem, 16vw, 6rem); font-weight: 700; margin: 0; font-variant-numeric: tabular-nums; direction: ltr; color: #f3d9a4; }
.label, .as-of { margin: 0.25rem 0; color: #dcebe6; }
.old .total { opacity: 0.55; }
nav { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); margin: 2rem 0 1rem; }
nav a { display: grid; gap: 0.25rem; padding: 1.4rem; border-radius: 1.25rem; background: #fff; color: #0e3a32; text-decoration: none; font-size: 1.1rem; }
nav a strong { font-size: 1.4rem; }
a:focus-visible { outline: 3px solid #f3d9a4; outline-offset: 3px; }
.more a { color: #dcebe6; }
`;
