import { category, organisationKind, organisationType, type ImportField } from "@abwab/contract";
import { organisationWords, useMessages } from "@abwab/ui";
import { useProvinceName } from "../organisations/geography.ts";
import { usePeopleWords } from "../organisations/use-people-words.ts";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";

const countTexts = { expectedPupils: "pupilsCount", expectedAdults: "adultsCount" } as const;

/** What stands in a field of a preview, as a person reads it. */
export function useFieldValue(): (field: ImportField, value: string) => string {
  const words = useMessages(organisationWords);
  const zone = useMessages(pavilionMessages);
  const provinceName = useProvinceName();
  const peopleWords = usePeopleWords();
  return (field, value) => {
    switch (field) {
      case "type": {
        const type = organisationType.safeParse(value).data;
        return type === undefined ? value : words(type);
      }
      case "kind": {
        const kind = organisationKind.safeParse(value).data;
        return kind === undefined ? value : words(kind);
      }
      case "province":
        return provinceName(value);
      case "expectedPupils":
      case "expectedAdults":
        return peopleWords(countTexts[field], Number(value));
      case "category":
        return category.safeParse(value).success ? categoryName(value, zone) : value;
      default:
        return value;
    }
  };
}
