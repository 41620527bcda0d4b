import type { Product } from "./start-product.ts";

/** What the person at the terminal sees once the product serves. */
export function announcement({ url, host, port, firstAdministrator, logFile }: Product, took: number): string {
  const isLocal = host === "127.0.0.1" || host === "localhost" || host === "::1";
  return [
    "",
    `  Abwab is ready, after ${(took / 1000).toFixed(1)} s.`,
    "",
    `    start page   ${url}/`,
    `    console      ${url}/console/`,
    `    kiosk        ${url}/kiosk/`,
    "",
    ...signIn(firstAdministrator),
    "",
    "    screens that move    npm run demo                      (instead of npm start: the product with a synthetic crowd)",
    "                         npm run replay -- --file F.csv --edition SLUG --speed 600",
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

function signIn(created: Product["firstAdministrator"]): string[] {
  if (created === undefined)
    return ["    sign in      as an administrator you have; the first one was shown at the first start"];
  return [`    sign in      ${created.email}`, `    password     ${created.password}   (shown this once: keep it)`];
}
