import type { DeviceConfiguration, DeviceVisit, Zone } from "@abwab/contract";
import { createCalendar, type Calendar } from "@abwab/domain";
import { useMemo, useRef } from "react";
import { usePart } from "../app/use-part.ts";
import type { GroupList } from "../groups/index.ts";
import type { Outbox } from "../outbox/index.ts";
import { AdmissionDesk } from "./admission-desk.ts";
import type { PassReader } from "./read-pass.ts";
import { OriginSample } from "./origin-sample.ts";
import { giveSignal } from "./signals.ts";
import type { Heads } from "./stage.ts";

export interface AdmissionOptions {
  readonly outbox: Outbox;
  readonly groups: GroupList;
  readonly configuration: DeviceConfiguration;
  readonly choice: { readonly direction: "in" | "out"; readonly category: string };
  /** As shown on the screen; null where it isn't known. */
  readonly inside: number | null;
  readonly online: boolean;
  /** Own clock minus the service's. */
  readonly clockOffsetMs: number;
}

const loadVerifier = () => import("./verify-token.ts");
/** The screens of a scan and the check of signatures: both before the first scan. */
const loadLayer = async () => (await Promise.all([import("./layer.ts"), loadVerifier()]))[0];

/** The kiosk's desk for passes, and the screens it speaks through once they are loaded. */
export function useAdmission(options: AdmissionOptions) {
  const latest = useRef(options);
  latest.current = options;
  const revoked = useRef(new Set<string>());
  const { outbox, groups } = options;
  const { timeZone, dayCutoff } = options.configuration.edition;
  const deviceId = options.configuration.device.id;

  const desk = useMemo(() => {
    const calendar = createCalendar(timeZone, dayCutoff);
    const sample = new OriginSample(deviceId);
    const verify: PassReader["verify"] = async (token, keys) => (await loadVerifier()).verifyToken(token, keys);
    const recall = async (code: string) => {
      const known = await outbox.recall(code);
      const listed = known ? undefined : groups.find(code);
      if (!listed) return known;
      const checked = await verify(listed.token, latest.current.configuration.publicKeys);
      return checked.state === "valid"
        ? { facts: { ...checked.claims, revoked: false }, label: checked.label }
        : undefined;
    };
    return new AdmissionDesk({
      outbox,
      reader: {
        verify,
        recall,
        isRevoked: (code) => revoked.current.has(code) || latest.current.configuration.revocations.includes(code),
      },
      configuration: () => latest.current.configuration,
      choice: () => latest.current.choice,
      inside: () => latest.current.inside,
      online: () => latest.current.online,
      now: () => Date.now() - latest.current.clockOffsetMs,
      localTime: (at) => ({ day: calendar.dayOf(at), hour: hourOf(at, calendar) }),
      listed: (code) => {
        const arrived = arrivedHere(groups.find(code), latest.current.configuration.zone);
        return arrived && { ...arrived, readAt: (groups.readAt ?? 0) - latest.current.clockOffsetMs };
      },
      isSampled: ({ category, direction }) =>
        direction === "in" && category === "public" && sample.isNext(latest.current.configuration.originSample),
      signal: giveSignal,
      wait,
    });
  }, [outbox, groups, timeZone, dayCutoff, deviceId]);

  return {
    desk,
    layer: usePart(loadLayer),
    /** What the socket says before the next configuration does. */
    revoke: (codes: readonly string[]) => {
      for (const code of codes) revoked.current.add(code);
    },
  };
}

/** How many have come of a visit to this very zone; what came at another one says nothing of this door. */
function arrivedHere(group: DeviceVisit | undefined, { code, kind }: Zone): Heads | undefined {
  if (!group) return undefined;
  const { slot, arrived } = group.visit;
  const isHere = slot ? slot.zone === code : kind === "site";
  return isHere ? arrived : undefined;
}

const hourOf = (at: number, calendar: Calendar): string =>
  new Date(at + calendar.offsetAt(at)).toISOString().slice(11, 16);

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
