import type { DeviceBroadcast, Zone } from "@abwab/contract";
import { directionOf } from "@abwab/ui";
import { IconAlertTriangle, IconHandStop, IconSpeakerphone } from "@tabler/icons-react";
import { saidIn } from "../broadcasts/said-in.ts";
import type { WallTexts } from "./use-wall-texts.ts";

interface WallBroadcastsProps {
  readonly broadcasts: readonly DeviceBroadcast[];
  /** On a screen of the whole event the site, whose state concerns everybody. */
  readonly site: Zone | undefined;
  readonly texts: WallTexts;
}

/** More would leave no room for the figures. */
const MOST = 2;

/** What the organisers say to everybody who looks here; a held site first, warnings before notices. */
export function WallBroadcasts({ broadcasts, site, texts: { t, language } }: WallBroadcastsProps) {
  const inOrder = broadcasts.toSorted((a, b) => Number(b.level === "warning") - Number(a.level === "warning"));
  const held = site !== undefined && site.status !== "open" ? site : undefined;
  if (held === undefined && inOrder.length === 0) return null;
  return (
    <div className="wall-broadcasts" role="status">
      {held && (
        <p data-level="warning">
          <IconHandStop aria-hidden />
          <span>
            {t(held.status === "closed" ? "closed" : "hold")}
            {held.message && (
              <>
                {" · "}
                <bdi>{held.message}</bdi>
              </>
            )}
          </span>
        </p>
      )}
      {inOrder.slice(0, MOST).map(({ id, level, texts }) => {
        const said = saidIn(texts, language);
        const Icon = level === "warning" ? IconAlertTriangle : IconSpeakerphone;
        return (
          <p key={id} data-level={level} lang={said.language} dir={directionOf(said.language)}>
            <Icon aria-hidden />
            <span>{said.text}</span>
          </p>
        );
      })}
    </div>
  );
}
