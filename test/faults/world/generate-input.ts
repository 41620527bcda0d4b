import { between, newId, oneOf } from "./chance.ts";

export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

/** Words that this edition knows, so that generated requests get past the first question. */
export interface Known {
  words: readonly string[];
  /** What a property of this name takes, most of the time. */
  byName: Readonly<Record<string, readonly string[]>>;
  /** Of what is there, and of what is not; answers add to them. */
  ids: string[];
}

/** Values that some code somewhere takes badly. */
export const hostile: readonly unknown[] = [
  null,
  "",
  " ",
  "\0",
  "\u{d800}",
  "NaN",
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 31),
  true,
  [],
  {},
  [[]],
  { $ne: 1 },
  "../../etc",
  "' or 1=1 --",
  "%00",
  "9999-12-31T23:59:59Z",
  "2025-02-30T00:00:00Z",
  "0000-01-01",
  "{}",
  "𝒳".repeat(300),
  "a".repeat(5_000),
  "__proto__",
  { __proto__: null, constructor: 1 },
  "2025-05-17T10:00:00+99:99",
];

/** A value of the schema, or with `wrongness` somewhere something else. */
export function generate(schema: JsonSchema, random: () => number, known: Known, wrongness = 0): unknown {
  if (random() < wrongness) return oneOf(random, hostile);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return generate(oneOf(random, options), random, known, wrongness);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return oneOf(random, schema.enum);
  const type = Array.isArray(schema.type) ? oneOf(random, schema.type) : schema.type;
  switch (type) {
    case "object":
      return generateObject(schema, random, known, wrongness);
    case "array":
      return Array.from({ length: between(random, 0, 4) }, () =>
        generate(schema.items ?? {}, random, known, wrongness),
      );
    case "integer":
    case "number":
      return generateNumber(schema, random);
    case "boolean":
      return random() < 0.5;
    case "string":
      return generateText(schema, random, known);
    case "null":
      return null;
    default:
      return oneOf(random, hostile);
  }
}

function generateObject(schema: JsonSchema, random: () => number, known: Known, wrongness: number): unknown {
  const result: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const fitting = random() < 0.8 ? known.byName[name] : undefined;
    const isNeeded = schema.required?.includes(name) === true || fitting !== undefined;
    if (isNeeded ? random() < wrongness : random() < 0.5) continue;
    result[name] =
      fitting !== undefined && random() >= wrongness
        ? oneOf(random, fitting)
        : generate(property, random, known, wrongness);
  }
  if (random() < wrongness) result["unheardOf"] = 1;
  return result;
}

function generateNumber({ minimum = -1000, maximum = 1000 }: JsonSchema, random: () => number): number {
  const edge = random();
  if (edge < 0.1) return minimum;
  if (edge < 0.2) return maximum;
  return between(random, Math.max(minimum, -1000), Math.min(maximum, Math.max(minimum, -1000) + 2000));
}

function generateText(schema: JsonSchema, random: () => number, known: Known): string {
  const day = `2025-0${between(random, 1, 9)}-${between(random, 10, 28)}`;
  if (schema.format === "date-time") return random() < 0.5 ? new Date().toISOString() : `${day}T12:00:00+01:00`;
  if (schema.format === "date") return day;
  if (schema.format === "uuid" || schema.pattern?.includes("{12}")) {
    return random() < 0.2 && known.ids.length > 0 ? oneOf(random, known.ids) : newId(random);
  }
  if (schema.pattern?.includes(":[0-5]")) return "09:30";
  return oneOf(random, [...known.words, `w${between(random, 1, 1e6)}`, "A word", "كلمة"]);
}
