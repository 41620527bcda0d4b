import type { Checkpoint, Edition, Zone } from "@abwab/contract";
import { formatRelative, localName, useLanguage, useMessages } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useNow } from "../app/use-now.ts";
import { devicesQuery, isOpen } from "../devices/device-queries.ts";
import { deviceState } from "../devices/device-state.ts";
import { DeviceStateBadge } from "../devices/device-state-badge.tsx";
import { useCheckpoints } from "../editions/edition-queries.ts";
import { pavilionMessages } from "./pavilion-messages.ts";

function directionsText({ directions }: Checkpoint) {
  if (directions.length === 2) return "countsBoth";
  return directions[0] === "in" ? "countsIn" : "countsOut";
}

/** The doors of a zone and what counts at each. */
export function ZoneDoors({ edition, zone }: { edition: Edition; zone: Zone }) {
  const t = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const now = useNow(5_000);
  const open = isOpen(edition, now);
  const checkpoints = useCheckpoints(edition.slug).data?.filter((each) => each.zone === zone.code) ?? [];
  const { data: devices = [] } = useQuery(devicesQuery(edition.slug));
  return (
    <section className="card zone-doors" aria-labelledby="doors-title">
      <Title order={2} size="h4" id="doors-title">
        {t("checkpoints")}
      </Title>
      {checkpoints.length === 0 && (
        <Text c="dimmed" size="sm">
          {t("noCheckpoints")}
        </Text>
      )}
      <ul>
        {checkpoints.map((checkpoint) => {
          const here = devices.filter(
            (device) => device.checkpoint === checkpoint.code && device.revokedAt === undefined,
          );
          return (
            <li key={checkpoint.code}>
              <div className="zone-door">
                <bdi className="device-door">{checkpoint.code}</bdi> {localName(checkpoint.names, language)}
                <span className="zone-note"> · {t(directionsText(checkpoint))}</span>
              </div>
              {here.length === 0 && (
                <Link className="zone-note" to={`/devices/${edition.slug}`}>
                  {t("noDevices")}
                </Link>
              )}
              {here.map((device) => (
                <div key={device.id} className="zone-device">
                  <bdi>{device.name}</bdi>
                  <DeviceStateBadge state={deviceState(device, now, open)} />
                  {device.lastSeenAt && (
                    <span className="zone-note">{formatRelative(device.lastSeenAt, now, language)}</span>
                  )}
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
