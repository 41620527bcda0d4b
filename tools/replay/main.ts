import { Unreachable } from "@abwab/api-client";
import { FatalError } from "../start/fatal-error.ts";
import { endWithSentence } from "../start/run-until-stopped.ts";
import { credentialsFrom, openStaffClient } from "../virtual-kiosk/staff-client.ts";
import { readOptions } from "./options.ts";
import { printReport } from "./print-report.ts";
import { showProgress } from "./progress.ts";
import { replay } from "./replay.ts";

// npm run replay -- --file F.csv --edition SLUG …: exit 0 when the service counts what the file says, else 1.

const stopped = new AbortController();
process.once("SIGINT", () => stopped.abort());
process.once("SIGTERM", () => stopped.abort());

try {
  const options = readOptions(process.argv.slice(2));
  const staff = await openStaffClient(options.url, credentialsFrom());
  const say = (line: string): void => void process.stderr.write(`replay: ${line}\n`);
  const report = await replay(options, { staff, showProgress, say, signal: stopped.signal });
  process.stdout.write(printReport(report));
  process.exitCode = report.differences.length === 0 && report.outcome.refusals === 0 ? 0 : 1;
} catch (error) {
  if (stopped.signal.aborted) {
    process.stderr.write("\nreplay: stopped; run it again to go on, what is recorded already is not counted twice.\n");
    process.exit(130);
  }
  endWithSentence(
    error instanceof Unreachable
      ? new FatalError(`Abwab stopped answering: ${error.message}.`, { cause: error })
      : error,
  );
}
// The IPC channel to tools/run.mjs would keep the process alive.
process.exit();
