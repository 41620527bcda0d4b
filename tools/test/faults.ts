import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { isSuccess, nothing, sum, summary } from "./outcome.ts";
import { runNx } from "./run-command.ts";
import { runJest } from "./run-jest.ts";

// npm run test:faults [-- --seed S] [--long [--rounds N]] [words for jest, such as a part of a file's name]
// --long plays round after round, each with a seed of its own and larger than the one before, until N or a failure.

const { values, positionals } = parseArgs({
  options: {
    seed: { type: "string" },
    long: { type: "boolean", default: false },
    rounds: { type: "string", default: "1000" },
  },
  allowPositionals: true,
});
const rounds = values.long ? Number(values.rounds) : 1;
const firstSeed = values.seed ?? randomBytes(4).toString("hex");

if ((await runNx(["run-many", "--target=build", "--projects=api,console,kiosk", "--outputStyle=static"])) !== 0)
  process.exit(1);
let total = nothing;
for (let round = 1; round <= rounds && total.failed === 0; round += 1) {
  const seed = round === 1 ? firstSeed : `${firstSeed}-${round}`;
  const scale = values.long ? round + 1 : 1;
  process.stderr.write(`faults: seed ${seed}, scale ${scale}\n`);
  Object.assign(process.env, { FAULT_SEED: seed, FAULT_SCALE: String(scale), FAULT_LONG: values.long ? "yes" : "no" });
  total = sum([total, await runJest(["integration"], positionals.length > 0 ? positionals : ["test/faults/"])]);
}
process.stdout.write(`${summary(total)}\n`);
process.exit(isSuccess(total) ? 0 : 1);
