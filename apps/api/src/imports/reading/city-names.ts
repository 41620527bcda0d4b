import { foldName, likeness, nameWords } from "@abwab/domain";

/** Pairs of cities that are remembered. */
const MOST_KEPT = 100_000;
const LEAST_LIKENESS = 0.8;

/** One spelling for each city, the first that came: "El Jadida", "Eljadida" and "الجديدة" are one. */
export class CityNames {
  private readonly bySpelling = new Map<string, string>();
  private readonly bySound = new Map<string, string>();
  private readonly alike = new Map<string, boolean>();

  /** Folded; empty where nothing is said. */
  one(city: string): string {
    let one = this.bySpelling.get(city);
    if (one === undefined) {
      const folded = foldName(city);
      const sound = nameWords(city)
        .map(({ sounds, text }) => sounds.at(-1) ?? text)
        .join("");
      one = this.bySound.get(sound) ?? folded;
      if (folded !== "") this.bySound.set(sound, one);
      this.bySpelling.set(city, one);
    }
    return one;
  }

  /** Whether two may be one city: so too where one is not said. Both as `one` has given them. */
  areAlike(a: string, b: string): boolean {
    if (a === b || a === "" || b === "") return true;
    const key = a < b ? `${a}|${b}` : `${b}|${a}`;
    let alike = this.alike.get(key);
    if (alike === undefined) {
      alike = likeness(a, b) >= LEAST_LIKENESS;
      if (this.alike.size < MOST_KEPT) this.alike.set(key, alike);
    }
    return alike;
  }
}
