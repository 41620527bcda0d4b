import type { DeviceConfiguration } from "@abwab/contract";
import { createCalendar, type Calendar } from "@abwab/domain";
import { addMessages } from "@abwab/ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Outbox } from "../outbox/index.ts";
import { AdmissionDesk } from "./admission-desk.ts";
import { OriginSample } from "./origin-sample.ts";
import { giveSignal } from "./signals.ts";

export interface AdmissionOptions {
  readonly outbox: Outbox;
  readonly configuration: DeviceConfiguration;
  readonly choice: { readonly direction: "in" | "out"; readonly category: string };
  /** As shown on the screen; null where it isn't known. */
  readonly inside: number | null;
  readonly online: boolean;
  /** Own clock minus the service's. */
  readonly clockOffsetMs: number;
}

type Layer = typeof import("./layer.ts");

const loadVerifier = () => import("./verify-token.ts");

/** The kiosk's desk for passes, and the screens it speaks through once they are loaded. */
export function useAdmission(options: AdmissionOptions) {
  const latest = useRef(options);
  latest.current = options;
  const revoked = useRef(new Set<string>());
  const { outbox } = options;
  const { timeZone, dayCutoff } = options.configuration.edition;
  const deviceId = options.configuration.device.id;

  const desk = useMemo(() => {
    const calendar = createCalendar(timeZone, dayCutoff);
    const sample = new OriginSample(deviceId);
    return new AdmissionDesk({
      outbox,
      reader: {
        verify: async (token, keys) => (await loadVerifier()).verifyToken(token, keys),
        recall: (code) => outbox.recall(code),
        isRevoked: (code) => revoked.current.has(code) || latest.current.configuration.revocations.includes(code),
      },
      configuration: () => latest.current.configuration,
      choice: () => latest.current.choice,
      inside: () => latest.current.inside,
      online: () => latest.current.online,
      now: () => Date.now() - latest.current.clockOffsetMs,
      localTime: (at) => ({ day: calendar.dayOf(at), hour: hourOf(at, calendar) }),
      isSampled: ({ category, direction }) =>
        direction === "in" && category === "public" && sample.isNext(latest.current.configuration.originSample),
      signal: giveSignal,
      wait,
    });
  }, [outbox, timeZone, dayCutoff, deviceId]);

  return {
    desk,
    layer: useLayer(),
    /** What the socket says before the next configuration does. */
    revoke: (codes: readonly string[]) => {
      for (const code of codes) revoked.current.add(code);
    },
  };
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

/** Between two tries to load the screens, in milliseconds. */
const LOAD_AGAIN_MS = 3_000;

/**
 * The screens of a scan and the check of signatures come after the first screen, and before the first scan. Where
 * they can't be fetched (a first visit whose network went away) the tally goes on, and they are tried again.
 */
function useLayer(): Layer | undefined {
  const { i18n } = useTranslation();
  const [layer, setLayer] = useState<Layer>();
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      Promise.all([import("./layer.ts"), loadVerifier()]).then(
        ([loaded]) => {
          addMessages(i18n, loaded.layerMessages);
          setLayer(loaded);
        },
        (error: unknown) => {
          console.error("the screens of a scan can't be loaded", error);
          again = setTimeout(load, LOAD_AGAIN_MS);
        },
      );
    };
    load();
    return () => clearTimeout(again);
  }, [i18n]);
  return layer;
}
