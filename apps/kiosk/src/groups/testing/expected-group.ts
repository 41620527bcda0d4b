import type { DeviceVisit, Organisation, Visit } from "@abwab/contract";

interface Given extends Partial<Omit<Visit, "organisation" | "slot">> {
  readonly nameAr?: string | null;
  readonly nameFr?: string | null;
  readonly city?: string | null;
  readonly type?: Organisation["type"];
  /** When it is expected; without, at no particular hour. */
  readonly startsAt?: string;
  readonly zone?: string;
}

/** A group of the day's list: a school of Casablanca, 38 pupils and 4 adults, unless something else is given. */
export function expectedGroup(given: Given = {}): DeviceVisit {
  const { nameAr = "ثانوية ابن سينا", nameFr = "Lycée Ibn Sina", city = "الدار البيضاء", type = "school" } = given;
  const { startsAt, zone = "SITE", ...visit } = given;
  const passCode = visit.passCode ?? "ABCDEFGHJKMN";
  const slot =
    startsAt === undefined ? null : { id: "slot", zone, startsAt, endsAt: startsAt, capacity: 300, booked: 42 };
  return {
    visit: {
      id: passCode,
      organisation: { id: `of ${passCode}`, type, kind: null, nameAr, nameFr, city, province: null },
      slot,
      pupils: 38,
      adults: 4,
      passCode,
      state: "expected",
      arrived: { pupils: 0, adults: 0, firstAt: null, lastAt: null },
      ratioExceeded: false,
      walkIn: false,
      createdAt: "2025-05-01T10:00:00Z",
      ...visit,
    },
    token: `token-${passCode}`,
  };
}
