import type { NewOperator, NewPass } from "@abwab/contract";

/** How long the passes are good: an installation that is looked at again weeks later still opens its doors. */
export const GOOD_FOR_MS = 365 * 24 * 60 * 60_000;

export type SamplePass = Pick<NewPass, "kind" | "category" | "label" | "group">;

const school = (label: string, pupils: number, adults: number): SamplePass => ({
  kind: "group",
  category: "pupils",
  label,
  group: { pupils, adults },
});
const badge = (category: string, label: string): SamplePass => ({
  kind: "accreditation",
  category,
  label,
  group: null,
});

const passes: SamplePass[] = [
  school("مدرسة النخيل (نموذج)", 32, 2),
  school("Collège Al Massira (exemple)", 45, 3),
  school("Lycée Ibn Khaldoun (exemple)", 28, 2),
  badge("media", "Radio (exemple)"),
  badge("media", "صحيفة (نموذج)"),
  badge("officials", "Délégation (exemple)"),
  badge("staff", "الأبواب (نموذج)"),
  badge("staff", "Technique (exemple)"),
];

/** Their PINs stand in docs/sample-data.md: whoever tries the kiosk types one. */
const operators: NewOperator[] = [
  { code: "A1", name: "أمينة (نموذج)", pin: "2468", badge: null },
  { code: "B2", name: "Youssef (exemple)", pin: "1357", badge: null },
];

/** Passes of every kind and two who work the gates: no real person or school. */
export const sampleGate = { visitors: 20, passes, operators };
