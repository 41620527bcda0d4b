import type { ImportSummary } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { importMessages } from "./import-messages.ts";
import { planOf } from "./import-plan.ts";

/** What an import does, or did, in numbers. */
export function PlanList({ summary }: { summary: ImportSummary }) {
  const t = useMessages(importMessages);
  const plan = planOf(summary);
  const isPasses = summary.subject === "attendees";
  const lines = [
    { text: t(isPasses ? "planNewPasses" : "planNew"), value: plan.added, always: true },
    { text: t(isPasses ? "planChangedPasses" : "planChanged"), value: plan.changed, always: !isPasses },
    { text: t("planSame"), value: plan.same, always: false },
    { text: t("planLeft"), value: plan.leftOut, always: false },
    { text: t("planWrong"), value: plan.wrong, always: false },
  ].filter(({ value, always }) => always || value > 0);
  return (
    <ul className="plan-list">
      {lines.map(({ text, value }) => (
        <li key={text}>
          <span>{text}</span>
          <Num value={value} className="plan-value" />
        </li>
      ))}
    </ul>
  );
}
