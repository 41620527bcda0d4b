import { randomBytes } from "node:crypto";
import { seededRandom } from "../../../tools/virtual-kiosk/seeded-random.ts";

/** Everything that is left to chance comes from here: the same seed makes the same choices again. */
export const seed = process.env["FAULT_SEED"] || randomBytes(4).toString("hex");
/** 1 in CI; `--long` raises it round by round. */
export const scale = Math.max(1, Number(process.env["FAULT_SCALE"] || 1));
export const isLong = process.env["FAULT_LONG"] === "yes";

// Generous: a busy machine is no failure, and what hangs still ends.
const ENOUGH_MS = 300_000;

/** A test that names its seed when it fails: `npm run test:faults -- --seed …` plays it again. */
export function faultTest(title: string, body: (random: () => number) => Promise<void>): void {
  // By its long name: this file holds no test itself.
  globalThis.test(
    title,
    async () => {
      try {
        await body(seededRandom(`${seed} ${title}`));
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`with seed ${seed} and scale ${scale}: ${reason}`, { cause });
      }
    },
    ENOUGH_MS * scale,
  );
}
