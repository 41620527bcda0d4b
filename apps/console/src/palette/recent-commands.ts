import { z } from "zod";

const KEPT = 8;
const stored = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(["page", "edition", "zone", "device", "organisation", "pass", "action"]),
    title: z.string(),
    to: z.string().optional(),
  }),
);
export type RecentCommand = z.infer<typeof stored>[number];

const keyOf = (userId: string): string => `abwab.palette.${userId}`;

/** What a person chose lately on this machine, the latest first. */
export function recentCommands(userId: string): readonly RecentCommand[] {
  const text = localStorage.getItem(keyOf(userId));
  if (text === null) return [];
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    // Not ours, or of another version: it is begun anew.
    localStorage.removeItem(keyOf(userId));
    return [];
  }
}

export function rememberCommand(userId: string, { id, kind, title, to }: RecentCommand): void {
  const before = recentCommands(userId).filter((each) => each.id !== id);
  const next = [{ id, kind, title, to }, ...before].slice(0, KEPT);
  localStorage.setItem(keyOf(userId), JSON.stringify(next));
}
