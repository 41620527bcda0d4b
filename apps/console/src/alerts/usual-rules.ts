import type { BodyInput, routes } from "@abwab/contract";

/** What most editions want to hear of; a beginning, to be changed. */
export const usualRules: readonly BodyInput<typeof routes.createAlertRule>[] = [
  { kind: "occupancy", threshold: 0.9, severity: "warning" },
  { kind: "occupancy", threshold: 1, severity: "critical" },
  { kind: "time_to_full", threshold: 10, severity: "warning" },
  { kind: "unusual_pace", threshold: 3, severity: "info" },
  { kind: "device_silent", threshold: 5, severity: "warning", audience: "supervisor" },
  { kind: "battery_low", threshold: 0.2, severity: "info", audience: "supervisor" },
  { kind: "refusals", threshold: 20, severity: "warning", audience: "supervisor" },
  { kind: "pass_at_two_gates", threshold: 3, severity: "warning", audience: "supervisor", windowMinutes: 30 },
  { kind: "negative_count", threshold: 10, severity: "info", audience: "supervisor" },
];
