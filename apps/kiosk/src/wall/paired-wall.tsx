import type { DeviceConfiguration } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useMemo } from "react";
import { openOutboxDatabase, OutboxStore, useOutbox } from "../outbox/index.ts";
import WallPage from "./wall-page.tsx";

interface PairedWallProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly zone: string | undefined;
  readonly onLeave: () => void;
}

/** A device that shows figures. Its outbox runs all the same: it is heard (C4), and what it counted before is sent. */
export function PairedWall({ token, configuration, zone, onLeave }: PairedWallProps) {
  const { slug, timeZone, dayCutoff } = configuration.edition;
  const store = useMemo(() => new OutboxStore(openOutboxDatabase()), []);
  const dayOf = useMemo(() => createCalendar(timeZone, dayCutoff).dayOf, [timeZone, dayCutoff]);
  useOutbox({ store, token, edition: slug, dayOf, appVersion: __APP_VERSION__, duty: nobody });
  return <WallPage edition={slug} zone={zone} token={token} onLeave={onLeave} />;
}

const nobody = () => undefined;
