import { parseArgs } from "node:util";
import { announcement } from "./announcement.ts";
import { FatalError } from "./fatal-error.ts";
import { runUntilStopped } from "./run-until-stopped.ts";
import { startProduct } from "./start-product.ts";

// npm start [-- --empty]

const begun = Date.now();

await runUntilStopped(async (signal) => {
  const { empty } = readFlags();
  const product = await startProduct({
    sample: !empty,
    signal,
    say: (line) => process.stderr.write(`abwab: ${line}\n`),
  });
  process.stdout.write(announcement(product, Date.now() - begun));
  return product;
});

function readFlags(): { empty: boolean } {
  try {
    return parseArgs({ options: { empty: { type: "boolean", default: false } } }).values;
  } catch (cause) {
    throw new FatalError("npm start knows one flag: --empty leaves out the sample editions.", { cause });
  }
}
