import type { DeviceBroadcast, DeviceConfiguration, ZoneNotice } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useMemo } from "react";
import { openOutboxDatabase, OutboxStore, useOutbox } from "../outbox/index.ts";
import { useNow } from "../app/use-now.ts";
import { standingFor } from "../broadcasts/standing.ts";
import { useShowing } from "../broadcasts/use-showing.ts";
import WallPage from "./wall-page.tsx";

interface PairedWallProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly zone: string | undefined;
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onBroadcasts: (broadcasts: readonly DeviceBroadcast[]) => void;
  readonly onLeave: () => void;
}

/** A device that shows figures. Its outbox runs all the same: it is heard (C4), and what it counted before is sent. */
export function PairedWall(props: PairedWallProps) {
  const { token, configuration, zone, onNotice, onBroadcasts, onLeave } = props;
  const { slug, timeZone, dayCutoff } = configuration.edition;
  const store = useMemo(() => new OutboxStore(openOutboxDatabase()), []);
  const dayOf = useMemo(() => createCalendar(timeZone, dayCutoff).dayOf, [timeZone, dayCutoff]);
  useOutbox({ store, token, edition: slug, dayOf, appVersion: __APP_VERSION__, duty: nobody });
  const broadcasts = standingFor(configuration, "wall", useNow(5_000));
  const { code, status, message } = configuration.zone;
  useShowing(token, {
    display: "wall",
    zone: { code, status, message },
    broadcasts: broadcasts.map(({ id, revision }) => ({ id, revision, acknowledged: false })),
  });
  const news = useMemo(() => ({ onNotice, onBroadcasts }), [onNotice, onBroadcasts]);
  return <WallPage edition={slug} zone={zone} token={token} broadcasts={broadcasts} news={news} onLeave={onLeave} />;
}

const nobody = () => undefined;
