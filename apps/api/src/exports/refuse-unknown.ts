import type { NewExport } from "@abwab/contract";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";

/** Throws `invalid` for zones and categories that the edition hasn't: a file without them would look complete. */
export function refuseUnknown(edition: EditionConfiguration, { zones, categories }: NewExport): void {
  const errors = [
    ...zones.flatMap((zone, index) =>
      edition.zones.has(zone)
        ? []
        : [{ path: `zones.${index}`, code: "unknown_zone", message: `This edition has no zone ${zone}.` }],
    ),
    ...categories.flatMap((category, index) =>
      edition.categories.has(category)
        ? []
        : [
            {
              path: `categories.${index}`,
              code: "unknown_category",
              message: `This edition has no category ${category}.`,
            },
          ],
    ),
  ];
  const first = errors[0];
  if (first !== undefined) throw new ProblemError("invalid", `${first.path}: ${first.message}`, { errors });
}
