import { CLOCK_SKEW_MS } from "@abwab/contract";
import { useCallback, useEffect, useState } from "react";
import { isNearlyFull, type OutboxView } from "../outbox/index.ts";
import {
  askForCamera,
  batteryCheck,
  cameraCheck,
  clockCheck,
  offlineCheck,
  passesCheck,
  sentCheck,
  storageCheck,
  type Check,
  type CheckName,
} from "./checks.ts";

const LOOK_EVERY_MS = 2_000;
const order: readonly CheckName[] = ["camera", "sound", "offline", "storage", "passes", "clock", "battery", "sent"];

/** All checks as they stand, looked at again every two seconds; `ask` and `heard` do what needs a tap. */
export function useChecks(view: OutboxView) {
  const [found, setFound] = useState<Partial<Record<CheckName, Check>>>({
    sound: { name: "sound", state: "todo", fault: "untried" },
  });
  const [batteryPercent, setBatteryPercent] = useState<number>();
  const note = useCallback((check: Check) => setFound((before) => ({ ...before, [check.name]: check })), []);

  useEffect(() => {
    const failed = (error: unknown) => console.warn("a check of this device can't be made", error);
    const look = () => {
      for (const check of [cameraCheck(), storageCheck(isNearlyFull), offlineCheck(), passesCheck()]) {
        check.then(note, failed);
      }
      batteryCheck().then(({ check, percent }) => {
        note(check);
        setBatteryPercent(percent);
      }, failed);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [note]);

  const offsetMs = view.exchange?.clockOffsetMs;
  const now: Partial<Record<CheckName, Check>> = {
    ...found,
    clock: clockCheck(offsetMs, CLOCK_SKEW_MS),
    sent: sentCheck(view.pending),
  };
  const checks = order.map((name): Check => now[name] ?? { name, state: "unknown" });
  return {
    checks,
    batteryPercent,
    clockMinutes: Math.round((offsetMs ?? 0) / 60_000),
    ask: () => void askForCamera().then(note),
    heard: () => note({ name: "sound", state: "good" }),
  };
}
