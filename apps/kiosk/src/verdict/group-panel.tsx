import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { CategoryIcon } from "../scan/category-icon.tsx";
import { admissionMessages } from "./admission-messages.ts";
import type { Heads, Stage } from "./stage.ts";
import { Steps } from "./steps.tsx";

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
          <p>{planned ? t("groupPlanned", { pupils: planned.pupils, adults: planned.adults }) : t("groupUnknown")}</p>
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
