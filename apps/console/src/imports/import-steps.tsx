import type { ImportState } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { IconCheck } from "@tabler/icons-react";
import { importMessages } from "./import-messages.ts";
import { type PreviewStep, useStep } from "./use-step.ts";

const steps = ["stepFile", "stepReading", "stepRows", "stepDone"] as const;

function placeOf(state: ImportState | undefined, step: PreviewStep): number {
  if (state === undefined) return 0;
  if (state === "reading" || state === "preview") return step === "rows" ? 2 : 1;
  if (state === "failed") return 1;
  return state === "committing" ? 2 : 3;
}

/** How far an import is; without a state no file has been chosen yet. */
export function ImportSteps({ state }: { state?: ImportState }) {
  const t = useMessages(importMessages);
  const [step] = useStep();
  const at = placeOf(state, step);
  return (
    <ol className="import-steps" aria-label={t("steps")}>
      {steps.map((each, index) => (
        <li key={each} aria-current={index === at ? "step" : undefined} data-done={index < at}>
          <span className="import-step-mark" aria-hidden>
            {index < at ? <IconCheck size={16} /> : <Num value={index + 1} />}
          </span>
          <span className="import-step-name">{t(each)}</span>
        </li>
      ))}
    </ol>
  );
}
