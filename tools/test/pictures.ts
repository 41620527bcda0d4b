import { parseArgs } from "node:util";
import { isSuccess, summary } from "./outcome.ts";
import { runJest } from "./run-jest.ts";
import { runNx } from "./run-command.ts";

// npm run test:pictures [-- --update]: documents as they look, compared with the pictures kept of their pages; or,
// after a change that is meant, those pictures made anew.

const { values } = parseArgs({ options: { update: { type: "boolean", default: false } } });
if (values.update) process.env["ABWAB_UPDATE_PICTURES"] = "yes";

const isPrepared = (await runNx(["run-many", "--target=generate", "--projects=prisma", "--outputStyle=static"])) === 0;
const outcome = isPrepared ? await runJest(["unit"], ["test/pictures/"]) : { passed: 0, failed: 1, skipped: 0 };
process.stdout.write(`${summary(outcome)}\n`);
process.exit(isSuccess(outcome) ? 0 : 1);
