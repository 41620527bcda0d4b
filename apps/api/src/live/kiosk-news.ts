import type { EditionConfiguration } from "../editions/edition-configuration.ts";

/** Where more were revoked at once, kiosks fetch their configuration instead of being told the codes. */
const MOST_TOLD = 500;

export interface KioskNews {
  /** Codes of the passes that were revoked. */
  revoked: string[];
  /** Whether what this device is told by its configuration, beside those codes, may have changed. */
  isConcerned(deviceId: string): boolean;
}

/** What one configuration of an edition has for its kiosks that the one before had not. */
export function kioskNews(after: EditionConfiguration, before: EditionConfiguration): KioskNews {
  const revoked =
    after.revokedPasses === before.revokedPasses
      ? []
      : [...after.revokedPasses.keys()].filter((code) => !before.revokedPasses.has(code));
  const concernsAll = after.revision !== before.revision || revoked.length > MOST_TOLD;
  return {
    revoked: revoked.length > MOST_TOLD ? [] : revoked,
    isConcerned: (deviceId) => concernsAll || placeOf(after, deviceId) !== placeOf(before, deviceId),
  };
}

/** Another text when the device, its checkpoint or its zone is not what it was. */
function placeOf({ devices }: EditionConfiguration, deviceId: string): string {
  const device = devices.get(deviceId);
  return device === undefined ? "" : `${device.name} ${device.checkpoint.revision} ${device.checkpoint.zone.revision}`;
}
