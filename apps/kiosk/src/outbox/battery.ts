import type { Battery, EntriesRequest } from "@abwab/contract";

/** The Battery Status API, as far as it is used; Firefox and Safari have none. */
interface BatteryManager {
  readonly level: number;
  readonly charging: boolean;
}
interface WithBattery {
  readonly getBattery?: () => Promise<BatteryManager>;
}

/** Reads the battery from now on; undefined as long as the browser has not told, for ever where it does not. */
export function watchBattery(browser: object): () => Battery | undefined {
  const { getBattery } = browser as WithBattery;
  let manager: BatteryManager | undefined;
  // It keeps its figures fresh by itself. A browser that refuses has no battery to tell of.
  void getBattery?.call(browser).then(
    (known) => {
      manager = known;
    },
    () => undefined,
  );
  return () => manager && { level: Math.round(manager.level * 100) / 100, charging: manager.charging };
}

/** The report of a request, with what is left in the battery where that is known. */
export function withBattery(request: EntriesRequest, battery: Battery | undefined): EntriesRequest {
  if (request.device === undefined || battery === undefined) return request;
  return { ...request, device: { ...request.device, battery } };
}
