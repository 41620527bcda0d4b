import type { Checkpoint } from "@abwab/contract";
import { FatalError } from "../start/fatal-error.ts";
import type { Survey } from "./survey-file.ts";

/** The edition's checkpoints that a file speaks of. Throws FatalError where file and edition do not fit together. */
export function checkpointsFor(
  file: string,
  edition: string,
  survey: Survey,
  checkpoints: readonly Checkpoint[],
): Checkpoint[] {
  const known = new Map(checkpoints.map((checkpoint) => [checkpoint.code, checkpoint]));
  return [...survey.checkpoints].map(([code, inFile]) => {
    const checkpoint = known.get(code);
    const at = `${file}, line ${inFile.line}`;
    if (!checkpoint)
      throw new FatalError(`${at}, column checkpoint: the edition ${edition} has no checkpoint ${code}.`);
    if (checkpoint.zone !== inFile.zone) {
      throw new FatalError(
        `${at}, column zone: ${code} belongs to ${checkpoint.zone} in the edition ${edition}, not to ${inFile.zone}.`,
      );
    }
    const uncounted = [...inFile.directions].find((direction) => !checkpoint.directions.includes(direction));
    if (uncounted)
      throw new FatalError(
        `${file}, column direction: ${code} of the edition ${edition} does not count "${uncounted}".`,
      );
    return checkpoint;
  });
}

/** Throws FatalError where a file cannot be played as asked. */
export function checkTimes(file: string, survey: Survey, speed: number | "max", now: number): void {
  if (survey.lastSlot + survey.slotMs > now) {
    throw new FatalError(
      `${file}, line ${survey.lastLine}, column slot_start: this is in the future, and what has not happened cannot be counted.`,
    );
  }
  if (speed !== "max" && survey.disorderedLine !== undefined) {
    throw new FatalError(
      `${file}, line ${survey.disorderedLine}, column slot_start: goes back in time; sort the file, or replay it with --speed max.`,
    );
  }
}
