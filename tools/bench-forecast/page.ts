import { beatsBaseline, type MeasuredPlace } from "@abwab/domain";
import { type MethodTried, places, type Score } from "./back-test.ts";
import type { MeasuredForecasts, Scores } from "./measure.ts";
import { weathers, type Weather } from "./made-days.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const whole = (share: number): string => `${Math.round(100 * share)} %`;
const cell = ({ error, coverage, forecasts }: Score): string =>
  forecasts === 0 ? "–" : `${percent(error)} (${whole(coverage)})`;

const names: Record<MethodTried, string> = {
  yesterdayShare: "the same share of the day as yesterday (baseline)",
  blend: "typical shape, level and pace",
  standardShape: "made-up shape, no earlier day known",
};
const weatherNames: Record<Weather, string> = {
  ordinary: "ordinary days",
  rain_after_noon: "rain from midday on",
  late_opening: "opening one to two hours late",
  evening_show: "a show in the evening",
  schools_in_the_morning: "schools in the morning",
};

/** docs/forecast.md. */
export function forecastPage(measured: MeasuredForecasts, chosen: readonly MeasuredPlace[]): string {
  const { replayed } = measured;
  return `# The forecast

What a day and an edition will come to, with a range, on the console's page *The day as it goes* and in
\`GET /api/v1/editions/{slug}/outlook\`. The rules are in \`libs/domain/src/forecast/\`, without clock or database;
this page is written by \`npm run bench:forecast\`, which tries them on days whose end is known.

## Methods

- **The same share of the day as yesterday** (\`yesterday_share\`, the baseline): if yesterday 40 % had come by now, what
  has come today is taken for 40 %. "By now" is the same place within the opening hours, so a day that opens later
  still compares. On the first day the same day of the earlier edition stands for yesterday.
- **Typical shape, level and pace** (\`blend\`): the mean shape of the earlier days (those of the same sort, weekend or
  not, and the latest one weigh three times), times what such a day was expected to bring, times how much more or less
  has come so far, drawn towards the expectation early in the day; the last two hours' pace moves the rest by
  ratio^0.4. The expectation is yesterday's total, moved as the earlier edition moved from day to day, or, between
  weekend and other days, half way to the latest day of the same sort.
- **Made-up shape** (\`standard_shape\`): on the very first day, once an eighth of the opening hours has passed.
- Nothing is shown while nothing can be said: before opening on the first day of a first edition.
- **The edition** (\`by_sort\`): counted days, the running day's forecast, and for each day to come the mean of the known
  days of its sort; where an earlier edition had as many days, as its days stood to each other
  (\`as_earlier_edition\`, not back-tested: no second edition's days are at hand).

A range means to hold four outcomes of five. It never begins below what has been counted, and closes as the day does.
The product uses the better method only at the parts of a day where it beat the baseline **on made and on replayed days
alike**; elsewhere it uses the baseline and says so. The choice is \`libs/domain/src/forecast/measured-errors.ts\`,
written by the same command.

## Measured

Mean absolute error as a share of the day's total, and in brackets how many of the totals lay within the range, when
25, 50 and 75 % of the opening hours have passed. Every day but its edition's first is forecast from what was known
then.

**What the product uses:** ${chosen.map((each) => `at ${whole(each.place)} ${beatsBaseline(each) ? names.blend : "the baseline: the other method did not beat it on both"}`).join("; ")}.

### Made days

${measured.editions} editions of five days of twelve hours, made by seed (\`tools/bench-forecast/made-days.ts\`; other seeds than
those by which constants were chosen). One day in two is disturbed, which is harsher than most events are.

${table(measured.made)}

By what happened on the day, error of the baseline → of the blend:

| day | ${places.map((place) => `at ${whole(place)}`).join(" | ")} |
|---|${places.map(() => "---|").join("")}
${weathers.map((weather) => `| ${weatherNames[weather]} | ${places.map((place) => `${percent(measured.byWeather[weather].yesterdayShare[place].error)} → ${percent(measured.byWeather[weather].blend[place].error)}`).join(" | ")} |`).join("\n")}

Nothing in the figures of a day announces rain at noon: before it, every method is wrong by what the rain takes away.
After it the pace shows it, which the baseline does not look at.

### Replayed days

${replayed === null ? "No replay file was given (`npm run bench:forecast -- --file <csv>`)." : replayedPart(replayed)}

### The edition's total

At the middle of each day but the first and the last:

| method | made editions |${replayed ? " replayed counters |" : ""}
|---|---|${replayed ? "---|" : ""}
| every day to come like today (baseline) | ${cell(measured.madeEditions.likeToday)} |${replayed ? ` ${cell(replayed.editions.likeToday)} |` : ""}
| by sort of day | ${cell(measured.madeEditions.bySort)} |${replayed ? ` ${cell(replayed.editions.bySort)} |` : ""}

## The record

The highest figure that somebody entered as published for an earlier edition under the metric \`visits\` or
\`visitors\`. Counted visits are held against it; a figure published as visitors is named so, since one person can make
several visits. When it is passed follows from the forecast: today's rest as its shape comes, then each day to come
within its opening hours. Milestones are every 100,000 visits, with the minute in which the count passed them; a later
correction can move that minute.

## Limits

- Five days are few: an unusual first day makes an unusual second forecast.
- The constants of the second method were chosen with the replayed days in sight too: its error there is kinder than on
  days that nobody has seen.
- The replayed days have the shapes of another place's people, scaled to this event's totals; the made ones are made.
- No plan of expected visits is kept; the typical curve of earlier days stands where a plan would.
`;
}

function replayedPart({ site, counters, counterCount }: NonNullable<MeasuredForecasts["replayed"]>): string {
  return `Five days of the edition of 2025 in ten-minute slots. The site as a whole gives four forecasts at each place, too few to
judge by:

${table(site)}

Its ${counterCount} counters, each gate and each pavilion for itself; the product's choice looks at these:

${table(counters)}`;
}

function table(scores: Scores): string {
  const rows = (Object.keys(names) as MethodTried[]).map(
    (method) => `| ${names[method]} | ${places.map((place) => cell(scores[method][place])).join(" | ")} |`,
  );
  return `| method | ${places.map((place) => `at ${whole(place)}`).join(" | ")} |
|---|${places.map(() => "---|").join("")}
${rows.join("\n")}`;
}
