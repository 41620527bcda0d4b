import { organisationKind, organisationType } from "@abwab/contract";
import { foldName, nameWords, type NameWord } from "@abwab/domain";
import { type Compared, organisationLikeness } from "../../organisations/duplicates/organisation-likeness.ts";
import { CityNames } from "./city-names.ts";
import { mayBeAlike, type RoughName, roughName } from "./may-be-alike.ts";
import type { KnownOrganisation } from "./list-request.ts";
import type { RowValues } from "./preview-row.ts";

/** From here on a person is asked whether two are one. */
const LEAST_LIKENESS = 0.85;
/** Of those that share a telling word, the ones with the rarest words are compared. */
const MOST_COMPARED = 12;
const SOUND_START = 3;

/** An organisation that rows are compared with: of the registry, or a row of the same list above. */
export interface Candidate {
  /** Without its city, which is compared apart: a list names the same few hundred again and again. */
  compared: Compared;
  city: string;
  rough: { ar: RoughName; fr: RoughName };
  /** Folded. */
  names: readonly string[];
  known: KnownOrganisation | null;
  /** The first row of this list that is this organisation. */
  row: number | null;
}

export interface Match {
  candidate: Candidate;
  likeness: number;
}

/**
 * Finds which organisation a row is, or may be. Only those are compared that share the sound of a telling word, the
 * type and the province, where both know one: work grows with the list, not with its square.
 */
export class OrganisationMatcher {
  private readonly byName = new Map<string, Candidate[]>();
  private readonly bySound = new Map<string, Candidate[]>();
  private readonly cities = new CityNames();

  addKnown(known: KnownOrganisation): void {
    this.add({ ...this.read(known.id, { ...known, kind: known.kind ?? undefined }), known, row: null });
  }

  /** A row that will be an organisation of its own, for those below it. */
  addRow(candidate: Candidate): void {
    this.add(candidate);
  }

  candidateOf(row: number, values: RowValues): Candidate {
    return { ...this.read(`row ${row}`, values), known: null, row };
  }

  /** Those that have one of its names, and are where it is as far as both say. */
  exact(candidate: Candidate): Candidate[] {
    const { compared, names } = candidate;
    const found = names.flatMap((name) => this.byName.get(`${compared.type} ${name}`) ?? []);
    return [...new Set(found)].filter((other) => areInOnePlace(candidate, other));
  }

  /** The one that is most alike, if any is alike enough to ask. */
  likest({ compared, city, rough }: Candidate): Match | undefined {
    let best: Match | undefined;
    for (const candidate of this.near(compared, city)) {
      if (!mayBeOne(rough, candidate.rough)) continue;
      const likeness = organisationLikeness(compared, candidate.compared, LEAST_LIKENESS);
      if (likeness !== undefined && likeness > (best?.likeness ?? 0)) best = { candidate, likeness };
    }
    return best;
  }

  private near(compared: Compared, city: string): Set<Candidate> {
    const places = compared.province === null ? ["", "?"] : [compared.province, "?"];
    const buckets = soundsOf(compared)
      .flatMap((sound) => places.map((place) => this.bySound.get(`${compared.type} ${place} ${sound}`) ?? []))
      .filter((bucket) => bucket.length > 0)
      .toSorted((a, b) => a.length - b.length);
    const near = new Set<Candidate>();
    for (const bucket of buckets) {
      for (const candidate of bucket) {
        if (near.size >= MOST_COMPARED) return near;
        if (this.cities.areAlike(city, candidate.city)) near.add(candidate);
      }
    }
    return near;
  }

  private read(id: string, values: RowValues | ReadNames): Pick<Candidate, "compared" | "city" | "rough" | "names"> {
    const { nameAr, nameFr, city, province } = values;
    const compared: Compared = {
      id,
      type: organisationType.parse(values.type),
      kind: organisationKind.safeParse(values.kind).data ?? null,
      ar: nameWords(nameAr ?? ""),
      fr: nameWords(nameFr ?? ""),
      city: [],
      province: province ?? null,
    };
    const names = [nameAr, nameFr].flatMap((name) => (name ? [foldName(name)] : [])).filter((name) => name !== "");
    const rough = { ar: roughName(compared.ar), fr: roughName(compared.fr) };
    return { compared, city: this.cities.one(city ?? ""), rough, names };
  }

  private add(candidate: Candidate): void {
    const { compared, names } = candidate;
    for (const name of names) put(this.byName, `${compared.type} ${name}`, candidate);
    for (const sound of soundsOf(compared)) {
      put(this.bySound, `${compared.type} ${compared.province ?? "?"} ${sound}`, candidate);
      // Where a row says no province, all are looked through.
      put(this.bySound, `${compared.type}  ${sound}`, candidate);
    }
  }
}

type ReadNames = {
  readonly [Name in "type" | "kind" | "nameAr" | "nameFr" | "city" | "province"]?: string | null | undefined;
};

function areInOnePlace(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.compared.province, b.compared.province];
  if (one !== null && other !== null && one !== other) return false;
  if (a.city !== "" && b.city !== "") return a.city === b.city;
  return one !== null && one === other;
}

function mayBeOne(a: Candidate["rough"], b: Candidate["rough"]): boolean {
  return [a.ar, a.fr].some((name) => [b.ar, b.fr].some((other) => mayBeAlike(name, other, LEAST_LIKENESS)));
}

/** Of the words that tell it from others, what they mean or how they sound, and how they begin. */
function soundsOf({ ar, fr }: Compared): string[] {
  return [...new Set([...tellingSounds(ar), ...tellingSounds(fr)])];
}

function tellingSounds(words: readonly NameWord[]): string[] {
  const telling = words.filter(({ sort }) => sort === "strong");
  return (telling.length === 0 ? words : telling).flatMap(({ meaning, sounds }) =>
    meaning === undefined
      ? sounds.flatMap((sound) => (sound.length > SOUND_START ? [sound, `${sound.slice(0, SOUND_START)}~`] : [sound]))
      : [`=${meaning}`],
  );
}

function put(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [candidate]);
  else list.push(candidate);
}
