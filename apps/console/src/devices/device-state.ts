import type { Device } from "@abwab/contract";

/** A paired device unheard for this long during opening hours is silent. */
export const SILENT_MS = 60_000;

export type DeviceState = "waiting" | "heard" | "silent" | "resting" | "revoked";

/** What a device is up to; `open` says whether the edition is within its opening hours. */
export function deviceState(device: Device, now: number, open: boolean): DeviceState {
  if (device.revokedAt !== undefined) return "revoked";
  if (device.pairedAt === null) return "waiting";
  const last = Date.parse(device.lastSeenAt ?? device.pairedAt);
  if (now - last <= SILENT_MS) return "heard";
  return open ? "silent" : "resting";
}

export const deviceShows = ["all", "silent", "pending", "revoked"] as const;
export type DeviceShow = (typeof deviceShows)[number];

/** The devices that a choice shows. Revoked ones stand aside unless they are asked for. */
export function selectDevices(devices: readonly Device[], show: DeviceShow, now: number, open: boolean): Device[] {
  const inOrder = devices.toSorted(
    (a, b) => a.checkpoint.localeCompare(b.checkpoint, "en", { numeric: true }) || a.name.localeCompare(b.name),
  );
  return inOrder.filter((device) => {
    const state = deviceState(device, now, open);
    if (show === "revoked") return state === "revoked";
    if (state === "revoked") return false;
    if (show === "silent") return state === "silent";
    return show === "all" || device.pending > 0;
  });
}
