import { parseArgs } from "node:util";
import { isSuccess, nothing, type Outcome, sum, summary } from "./outcome.ts";
import { runNx } from "./run-command.ts";
import { runJest } from "./run-jest.ts";
import { runPlaywright } from "./run-playwright.ts";

// npm test [-- --only unit|integration|e2e] [words for the runner, such as a part of a file's name]

const kinds = ["unit", "integration", "e2e"] as const;
type Kind = (typeof kinds)[number];

const { values, positionals } = parseArgs({
  options: { only: { type: "string", multiple: true, default: [] } },
  allowPositionals: true,
});
const unknown = values.only.filter((each) => !kinds.includes(each as Kind));
if (unknown.length > 0) {
  process.stderr.write(`abwab: --only takes ${kinds.join(", ")}; not ${unknown.join(", ")}\n`);
  process.exit(2);
}
const chosen = kinds.filter((kind) => values.only.length === 0 || values.only.includes(kind));

const outcomes: Outcome[] = [];
const isPrepared = await prepare();
if (isPrepared) {
  for (const kind of chosen) outcomes.push(await run(kind));
} else {
  // Nothing could be tested.
  outcomes.push({ ...nothing, failed: 1 });
}
const total = sum(outcomes);
process.stdout.write(`${summary(total)}\n`);
process.exit(isSuccess(total) ? 0 : 1);

/** Unit tests need the generated client; the others run against the built product. */
async function prepare(): Promise<boolean> {
  const words =
    chosen.length === 1 && chosen[0] === "unit"
      ? ["run-many", "--target=generate", "--projects=prisma"]
      : ["run-many", "--target=build", "--projects=api,console,kiosk"];
  return (await runNx([...words, "--outputStyle=static"])) === 0;
}

function run(kind: Kind): Promise<Outcome> {
  switch (kind) {
    case "unit":
      return runJest(["unit", "component"], positionals);
    case "integration":
      return runJest(["integration"], positionals);
    case "e2e":
      return runPlaywright(positionals);
  }
}
