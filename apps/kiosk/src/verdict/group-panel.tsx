import { formatNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { IconAlertTriangle, IconMinus, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { CategoryIcon } from "../scan/category-icon.tsx";
import { useTap } from "../scan/use-tap.ts";
import { admissionMessages } from "./admission-messages.ts";
import type { Heads, Stage } from "./stage.ts";

const MOST = 1_000;
const BIG_STEP = 10;

interface GroupPanelProps {
  readonly stage: Extract<Stage, { at: "group" }>;
  readonly onAdmit: (heads: Heads) => void;
  readonly onCancel: () => void;
}

/** A group at the door: the expected number stands there already, and big steps correct it. */
export function GroupPanel({ stage, onAdmit, onCancel }: GroupPanelProps) {
  const t = useMessages(admissionMessages);
  const { language } = useLanguage();
  const { pass, planned, offered, left, direction } = stage;
  const [heads, setHeads] = useState(offered);
  const number = heads.pupils + heads.adults;
  const over = left === null ? 0 : number - left;
  const shown = formatNumber(number, language);
  return (
    <section className="group" role="alertdialog" aria-labelledby="group-title" data-testid="group">
      <header className="group-head">
        <span className="group-mark" aria-hidden>
          <CategoryIcon category={pass.category} size={40} />
        </span>
        <div>
          <h2 id="group-title">{pass.label ? <bdi>{pass.label}</bdi> : t("group")}</h2>
          <p>{t("groupPlanned", { pupils: planned.pupils, adults: planned.adults })}</p>
          {left !== null && <p className="group-left">{t("left", { count: left })}</p>}
        </div>
      </header>
      <p className="group-question">{t("groupTitle")}</p>
      <Steps label={t("pupils")} value={heads.pupils} onChange={(pupils) => setHeads({ ...heads, pupils })} />
      <Steps label={t("adults")} value={heads.adults} onChange={(adults) => setHeads({ ...heads, adults })} />
      <p className="group-over" role="status">
        {over > 0 && (
          <>
            <IconAlertTriangle aria-hidden />
            {t("tooMany", { number: over })}
          </>
        )}
      </p>
      <div className="group-actions">
        <button type="button" className="button" onClick={onCancel}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="button button-strong group-go"
          disabled={number === 0}
          onClick={() => onAdmit(heads)}
        >
          {t(direction === "in" ? "admitGroup" : "leaveGroup", { number: shown })}
        </button>
      </div>
    </section>
  );
}

interface StepsProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Steps({ label, value, onChange }: StepsProps) {
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
