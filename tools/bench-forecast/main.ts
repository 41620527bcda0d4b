import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { measuredErrors } from "@abwab/domain";
import { FatalError } from "../start/fatal-error.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { measuredPlaces, measureForecasts } from "./measure.ts";
import { forecastPage } from "./page.ts";
import { readReplayedDays } from "./replayed-days.ts";
import { writeMeasuredErrors } from "./write-measured-errors.ts";

try {
  const { values } = parseArgs({ options: { file: { type: "string" } } });
  const measured = measureForecasts(values.file === undefined ? null : await readReplayedDays(values.file));
  const chosen = measuredPlaces(measured, measuredErrors);
  const page = forecastPage(measured, chosen);
  writeFileSync(path.join(workspaceRoot, "docs/forecast.md"), page);
  writeFileSync(path.join(workspaceRoot, "libs/domain/src/forecast/measured-errors.ts"), writeMeasuredErrors(chosen));
  process.stdout.write(page);
} catch (error) {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
