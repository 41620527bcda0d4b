import type { CountedDay, MeasuredPlace } from "@abwab/domain";
import {
  type EditionMethodTried,
  editionMethodsTried,
  type MethodTried,
  type Place,
  places,
  type Score,
  scoreDays,
  scoreEditions,
} from "./back-test.ts";
import { madeEdition, type Weather, weathers } from "./made-days.ts";
import type { ReplayedDays } from "./replayed-days.ts";

const EDITIONS = 400;
/** Other seeds than those by which the methods' constants were chosen. */
const SEED = "measured";

export type Scores = Record<MethodTried, Record<Place, Score>>;
export type EditionScores = Record<EditionMethodTried, Score>;

export interface MeasuredForecasts {
  editions: number;
  made: Scores;
  byWeather: Record<Weather, Scores>;
  madeEditions: EditionScores;
  /** null without a file. */
  replayed: { site: Scores; counters: Scores; editions: EditionScores; counterCount: number } | null;
}

export function measureForecasts(replayed: ReplayedDays | null, editions = EDITIONS): MeasuredForecasts {
  const made = Array.from({ length: editions }, (_, index) => madeEdition(`${SEED} ${index}`));
  const days = made.map((edition) => edition.map(({ day }) => day));
  const weatherOf = new Map(made.flat().map(({ day, weather }) => [day, weather]));
  const byWeather = Object.fromEntries(
    weathers.map((weather) => [weather, scoresOf(days, (day) => weatherOf.get(day) === weather)]),
  ) as Record<Weather, Scores>;
  return {
    editions,
    made: scoresOf(days),
    byWeather,
    madeEditions: editionScoresOf(days),
    replayed: replayed && {
      site: scoresOf([replayed.site]),
      counters: scoresOf(replayed.counters),
      editions: editionScoresOf(replayed.counters),
      counterCount: replayed.counters.length,
    },
  };
}

/** What the product chooses its method by. Errors on replayed days stay as they were where there is no file. */
export function measuredPlaces(
  { made, replayed }: Pick<MeasuredForecasts, "made" | "replayed">,
  before: readonly MeasuredPlace[],
): MeasuredPlace[] {
  return places.map((place) => {
    const known = before.find((each) => each.place === place);
    const error = (method: MethodTried) => ({
      made: rounded(made[method][place].error),
      replayed: replayed ? rounded(replayed.counters[method][place].error) : (known?.[method].replayed ?? 1),
    });
    return {
      place,
      yesterdayShare: error("yesterdayShare"),
      blend: error("blend"),
      standardShape: error("standardShape"),
    };
  });
}

function scoresOf(editions: readonly CountedDay[][], asked?: (day: CountedDay) => boolean): Scores {
  const of = (method: MethodTried) =>
    Object.fromEntries(places.map((place) => [place, scoreDays(editions, method, place, asked)])) as Record<
      Place,
      Score
    >;
  return { yesterdayShare: of("yesterdayShare"), blend: of("blend"), standardShape: of("standardShape") };
}

function editionScoresOf(editions: readonly CountedDay[][]): EditionScores {
  return Object.fromEntries(
    (Object.keys(editionMethodsTried) as EditionMethodTried[]).map((method) => [
      method,
      scoreEditions(editions, method),
    ]),
  ) as EditionScores;
}

const rounded = (error: number): number => Math.round(error * 10_000) / 10_000;
