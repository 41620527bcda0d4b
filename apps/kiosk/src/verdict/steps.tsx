import { Num, useMessages } from "@abwab/ui";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useTap } from "../scan/use-tap.ts";
import { admissionMessages } from "./admission-messages.ts";

const MOST = 1_000;
const BIG_STEP = 10;

interface StepsProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that is right or nearly so already, corrected in steps of one and of ten. */
export function Steps({ label, value, onChange }: StepsProps) {
  const change = (by: number) => onChange(Math.min(MOST, Math.max(0, value + by)));
  return (
    <div className="steps" role="group" aria-label={label}>
      <span className="steps-label">{label}</span>
      <div className="steps-row">
        <Step by={-BIG_STEP} label={label} onStep={change} />
        <Step by={-1} label={label} onStep={change} />
        <output className="steps-value">
          <Num value={value} />
        </output>
        <Step by={1} label={label} onStep={change} />
        <Step by={BIG_STEP} label={label} onStep={change} />
      </div>
    </div>
  );
}

function Step({ by, label, onStep }: { by: number; label: string; onStep: (by: number) => void }) {
  const t = useMessages(admissionMessages);
  const size = Math.abs(by);
  const tap = useTap(() => onStep(by));
  const Icon = by > 0 ? IconPlus : IconMinus;
  return (
    <button
      type="button"
      className="button step"
      aria-label={`${label}: ${t(by > 0 ? "more" : "fewer", { step: size })}`}
      {...tap}
    >
      {size === 1 ? (
        <Icon aria-hidden />
      ) : (
        <span dir="ltr">
          {by > 0 ? "+" : "−"}
          {size}
        </span>
      )}
    </button>
  );
}
