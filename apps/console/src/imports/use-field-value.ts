import { category, organisationKind, organisationType, type ImportField } from "@abwab/contract";
import { formatNumber, organisationWords, useLanguage, useMessages } from "@abwab/ui";
import { useProvinceName } from "../organisations/geography.ts";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { importMessages } from "./import-messages.ts";

const unitTexts = { expectedPupils: "pupilsShort", expectedAdults: "adultsShort" } as const;

/** What stands in a field of a preview, as a person reads it. */
export function useFieldValue(): (field: ImportField, value: string) => string {
  const t = useMessages(importMessages);
  const words = useMessages(organisationWords);
  const zone = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const provinceName = useProvinceName();
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
        return `${formatNumber(Number(value), language)} ${t(unitTexts[field])}`;
      case "category":
        return category.safeParse(value).success ? categoryName(value, zone) : value;
      default:
        return value;
    }
  };
}
