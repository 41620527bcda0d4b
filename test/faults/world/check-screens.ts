import type pg from "pg";
import type { CountSnapshot } from "@abwab/contract";
import type { Screen } from "./screen.ts";

/** The promise is one second (C3); the rest is for a machine that runs other things as well. */
export const SCREENS_MS = 10_000;

interface Figures {
  version: number;
  zones: { zone: string; enteredEdition: number; exitedToday: number; enteredToday: number; inside: number }[];
}

/** Whether every screen comes to show what the database says. One sentence a problem. */
export async function checkScreens(client: pg.Client, edition: string, screens: readonly Screen[]): Promise<string[]> {
  if (screens.length === 0) return [];
  const problems: string[] = [];
  const [day] = new Set(screens.map((screen) => screen.shown?.day).filter((it) => it !== undefined));
  const figures = await readFigures(client, edition, day ?? "2000-01-01");
  const deadline = Date.now() + SCREENS_MS;
  const wrong = await Promise.all(
    screens.map(async (screen) => {
      const isRight = await screen.until((shown) => shows(shown, figures), Math.max(0, deadline - Date.now()));
      return isRight ? undefined : screen;
    }),
  );
  const stale = wrong.filter((screen) => screen !== undefined);
  const [first] = stale;
  if (first !== undefined) {
    const told =
      first.refusedBy ??
      `${first.isLive ? "" : "(while not connected) "}version ${first.shown?.version}, ${JSON.stringify(first.shown?.zones ?? null)}`;
    problems.push(
      `${stale.length} of ${screens.length} screens do not show the database's figures; the first shows ${told} instead of version ${figures.version}, ${JSON.stringify(figures.zones)}`,
    );
  }
  return problems;
}

function shows(shown: CountSnapshot, figures: Figures): boolean {
  if (shown.version < figures.version) return false;
  return figures.zones.every((expected) => {
    const row = shown.zones.find((it) => it.zone === expected.zone);
    return (
      row?.enteredEdition === expected.enteredEdition &&
      row.enteredToday === expected.enteredToday &&
      row.exitedToday === expected.exitedToday &&
      (row.inside === null || row.inside === expected.inside)
    );
  });
}

async function readFigures(client: pg.Client, edition: string, day: string): Promise<Figures> {
  const { rows } = await client.query<{ version: string } & Figures["zones"][number]>(
    `select edition_state.version::text as version, zone.code as zone, occupancy.inside as inside,
       coalesce(sum(entered), 0)::int as "enteredEdition",
       coalesce(sum(entered) filter (where day = $2::date), 0)::int as "enteredToday",
       coalesce(sum(exited) filter (where day = $2::date), 0)::int as "exitedToday"
     from edition join edition_state on edition_state.edition_id = edition.id
     join zone on zone.edition_id = edition.id join occupancy on occupancy.zone_id = zone.id
     left join tally_day on tally_day.zone_id = zone.id
     where slug = $1 group by 1, 2, 3`,
    [edition, day],
  );
  return { version: Number(rows[0]?.version ?? 0), zones: rows };
}
