import { baseCategories, type BaseCategory } from "@abwab/contract";
import type { MessageKey, Messages } from "@abwab/ui";
import type { pavilionMessages } from "./pavilion-messages.ts";

type Key = typeof pavilionMessages extends Messages<infer Dictionary> ? MessageKey<Dictionary> : never;

const texts = {
  public: "categoryPublic",
  pupils: "categoryPupils",
  civil_society: "categoryCivilSociety",
  media: "categoryMedia",
  officials: "categoryOfficials",
  staff: "categoryStaff",
} as const satisfies Record<BaseCategory, Key>;

const isBase = (category: string): category is BaseCategory => baseCategories.some((each) => each === category);

/** A category in words; one that the edition added stands as it was named there. */
export const categoryName = (category: string, t: (key: Key) => string): string =>
  isBase(category) ? t(texts[category]) : category.replaceAll("_", " ");
