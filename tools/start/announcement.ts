import type { Product } from "./start-product.ts";

/** What the person at the terminal sees once the product serves. `moving`: a crowd walks through it already. */
export function announcement(product: Product, took: number, { moving = false } = {}): string {
  const { url, host, port, firstAdministrator, logFile } = product;
  const isLocal = host === "127.0.0.1" || host === "localhost" || host === "::1";
  return [
    "",
    `  Abwab is ready, after ${(took / 1000).toFixed(1)} s.`,
    "",
    `    start page   ${url}/`,
    `    console      ${url}/console/`,
    `    kiosk        ${url}/kiosk/`,
    "",
    ...signIn(firstAdministrator, process.env["ABWAB_ADMIN_EMAIL"]),
    "",
    ...(moving ? [] : HOW_TO_MOVE),
    isLocal
      ? "    other machines       only this one is served; HOST=0.0.0.0 npm start opens it to the network"
      : `    other machines       served on ${host}, port ${port}`,
    `    log                  ${logFile}`,
    "",
    "  Ctrl-C stops it.",
    "",
    "",
  ].join("\n");
}

const HOW_TO_MOVE = [
  "    screens that move    npm run demo                      (instead of npm start: the product with a synthetic crowd)",
  "                         npm run replay -- --file F.csv --edition SLUG --speed 600",
];

function signIn(created: Product["firstAdministrator"], given: string | undefined): string[] {
  if (given) return [`    sign in      ${given}, with ABWAB_ADMIN_PASSWORD as it was when they were first named`];
  if (created === undefined)
    return [
      "    sign in      as an administrator you have; the first one was shown at the first start",
      "    lost it?     ABWAB_ADMIN_EMAIL=… ABWAB_ADMIN_PASSWORD=… npm start makes another administrator",
    ];
  return [`    sign in      ${created.email}`, `    password     ${created.password}   (shown this once: keep it)`];
}
