import {
  routes,
  type Edition,
  type SiteHeld,
  type SiteLifted,
  type Zone,
  type ZoneAcknowledgement,
} from "@abwab/contract";
import { formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button } from "@mantine/core";
import { IconHandStop, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { steeringMessages } from "./steering-messages.ts";
import { holdQuery } from "./steering-queries.ts";

interface SiteHoldBarProps {
  edition: Edition;
  zones: readonly Zone[];
  acknowledgements: readonly ZoneAcknowledgement[];
}

type Outcome = { held: SiteHeld } | { lifted: SiteLifted };

/** One action for the whole site, and the way back from it. */
export function SiteHoldBar({ edition, zones, acknowledgements }: SiteHoldBarProps) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const { slug, timeZone } = edition;
  const hold = useQuery(holdQuery(slug)).data;
  const [asked, setAsked] = useState<"hold" | "lift">();
  const [outcome, setOutcome] = useState<Outcome>();
  const close = () => setAsked(undefined);
  const done = (next: Outcome) => {
    setOutcome(next);
    close();
  };
  return (
    <section className="site-hold" data-held={Boolean(hold)} aria-label={t("holdSite")}>
      {hold && (
        <div className="site-hold-says" role="status">
          <strong>{t("held", { count: hold.zones.length })}</strong>
          <span>
            {t("heldBy", { time: formatTime(hold.heldAt, language, { timeZone }), by: hold.heldBy })}
            {hold.message !== null && (
              <>
                {" · "}
                <bdi>{hold.message}</bdi>
              </>
            )}
          </span>
        </div>
      )}
      <div className="site-hold-acts">
        <Button
          size="lg"
          color="clay"
          variant={hold ? "default" : "filled"}
          leftSection={<IconHandStop aria-hidden />}
          onClick={() => setAsked("hold")}
        >
          {t("holdSite")}
        </Button>
        {hold && (
          <Button size="lg" leftSection={<IconPlayerPlay aria-hidden />} onClick={() => setAsked("lift")}>
            {t("lift")}
          </Button>
        )}
      </div>
      {outcome && <OutcomeWords outcome={outcome} onClose={() => setOutcome(undefined)} />}
      {asked === "hold" && (
        <HoldDialog
          slug={slug}
          zones={zones}
          acknowledgements={acknowledgements}
          onDone={(held) => done({ held })}
          onClose={close}
        />
      )}
      {asked === "lift" && hold && (
        <ConfirmDialog
          title={t("liftTitle")}
          text={t("liftText", { count: hold.zones.length })}
          submit={t("lift")}
          danger={false}
          act={() => api.call(routes.liftHold, { params: { slug } })}
          refresh={["editions", slug]}
          onDone={(lifted) => done({ lifted })}
          onClose={close}
        />
      )}
    </section>
  );
}

function OutcomeWords({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const t = useMessages(steeringMessages);
  if ("held" in outcome) {
    if (!outcome.held.already) return null;
    return (
      <Alert color="brass" withCloseButton onClose={onClose}>
        {t("alreadyHeld", { by: outcome.held.hold.heldBy })}
      </Alert>
    );
  }
  const { restored, kept, already } = outcome.lifted;
  return (
    <Alert color={kept.length > 0 ? "brass" : "forest"} withCloseButton onClose={onClose}>
      {already ? t("liftedAlready") : t("lifted", { count: restored.length })}
      {kept.length > 0 && <p>{t("liftedKept", { zones: kept.join(" · ") })}</p>}
    </Alert>
  );
}
