import {
  organisationType,
  type OrganisationKind,
  type OrganisationType,
  type ResponseOf,
  type routes,
} from "@abwab/contract";

export type RepresentedRow = ResponseOf<typeof routes.represented>["items"][number];

interface Figures {
  readonly invited: number;
  readonly booked: number;
  readonly arrived: number;
  readonly pupils: number;
  readonly adults: number;
}

/** A line of the table: a type with the sum of its kinds, a kind below it, and all together at the end. */
export type RepresentedLine = Figures & { readonly key: string } & (
    | { readonly of: "type"; readonly type: OrganisationType }
    | { readonly of: "kind"; readonly type: OrganisationType; readonly kind: OrganisationKind | null }
    | { readonly of: "all" }
  );

export function sumOf(rows: readonly Figures[]): Figures {
  const add = (figure: keyof Figures) => rows.reduce((sum, row) => sum + row[figure], 0);
  return {
    invited: add("invited"),
    booked: add("booked"),
    arrived: add("arrived"),
    pupils: add("pupils"),
    adults: add("adults"),
  };
}

/** An organisation has one type and one kind: sums over them count nobody twice. */
export function representedFigures(rows: readonly RepresentedRow[]): RepresentedLine[] {
  const lines = organisationType.options.flatMap((type): RepresentedLine[] => {
    const kinds = rows.filter((row) => row.type === type);
    if (kinds.length === 0) return [];
    const whole: RepresentedLine = { key: type, of: "type", type, ...sumOf(kinds) };
    if (kinds.every(({ kind }) => kind === null)) return [whole];
    const parts = kinds.map(({ kind, ...row }): RepresentedLine => ({
      key: `${type}-${kind}`,
      of: "kind",
      type,
      kind,
      ...sumOf([row]),
    }));
    return [whole, ...parts];
  });
  return [...lines, { key: "all", of: "all", ...sumOf(rows) }];
}
