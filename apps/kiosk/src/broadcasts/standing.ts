import type { DeviceBroadcast, DeviceConfiguration, DeviceDisplay } from "@abwab/contract";

/**
 * The messages to show now on a machine that is used so. A configuration that was kept by an earlier version of the
 * kiosk has none.
 *
 * @param now by the service's clock, ms since the epoch
 */
export function standingFor(
  { broadcasts }: Partial<Pick<DeviceConfiguration, "broadcasts">>,
  display: DeviceDisplay,
  now: number,
): DeviceBroadcast[] {
  return (broadcasts ?? []).filter(
    ({ displays, until }) => displays.includes(display) && (until === null || Date.parse(until) > now),
  );
}
