import { percentile } from "../bench/statistics.ts";
import type { BundleSizes } from "./bundle-sizes.ts";

export interface Measured {
  readonly cores: number;
  readonly browser: string;
  readonly online: readonly number[];
  readonly offline: readonly number[];
  readonly taps: readonly number[];
  readonly waiting: number;
  readonly sizes: BundleSizes;
}

const ms = (values: readonly number[], share: number): string => {
  const sorted = values.toSorted((a, b) => a - b);
  return percentile(sorted, share).toFixed(0);
};
const kB = (bytes: number): string => (bytes / 1_000).toFixed(1);

/** docs/benchmarks-kiosk.md: how it was measured, then the figures. */
export function writePage({ cores, browser, online, offline, taps, waiting, sizes }: Measured): string {
  const ratio = Number(ms(offline, 0.5)) / Number(ms(online, 0.5));
  return `# Benchmarks of the kiosk

\`npm run bench:kiosk\` measures and writes this page. Measured with ${browser} on ${cores} shared cores, the page's processor slowed four times, as a mid-range phone's is; service and database ran on the same cores.

## From the reading to the verdict

From the moment a pass was read (decoded by the camera's worker, or typed by a reader) to the picture with its verdict, of passes that come in once. The signature is verified, the history read, the decision taken and the entry written to disk with strict durability before the verdict is shown; online the service is asked as well, for at most a quarter of a second.

| | passes | p50, ms | p95, ms |
|---|---|---|---|
| online | ${online.length} | ${ms(online, 0.5)} | ${ms(online, 0.95)} |
| offline | ${offline.length} | ${ms(offline, 0.5)} | ${ms(offline, 0.95)} |

Offline takes ${ratio.toFixed(2)} times as long as online.

## Taps with a full outbox

From the touch of the door to the next picture (Event Timing), with ${waiting.toLocaleString("en")} entries waiting without network.

| taps | p50, ms | p95, ms | longest, ms |
|---|---|---|---|
| ${taps.length} | ${ms(taps, 0.5)} | ${ms(taps, 0.95)} | ${ms(taps, 1)} |

## What is fetched

Gzipped. The first screen, where a device is paired, may wait for 150 kB of scripts; the rest is fetched behind it, and comes from the offline copy at every later start.

| | kB |
|---|---|
| scripts of the first screen | ${kB(sizes.firstScripts)} |
| its style sheets | ${kB(sizes.firstStyles)} |
| scripts until the kiosk counts, those among them | ${kB(sizes.countingScripts)} |
| all scripts | ${kB(sizes.allScripts)} |
| the decoder of QR codes | ${kB(sizes.decoder)} |
`;
}
