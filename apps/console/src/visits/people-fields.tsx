import type { Edition } from "@abwab/contract";
import { exceedsRatio } from "@abwab/domain";
import { useMessages } from "@abwab/ui";
import { Alert, SimpleGrid } from "@mantine/core";
import type { ErrorAt } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { visitMessages } from "./visit-messages.ts";

export interface PeopleDraft {
  pupils: number | null;
  adults: number | null;
}

export interface PeopleFieldsProps {
  edition: Edition;
  value: PeopleDraft;
  onChange: (change: Partial<PeopleDraft>) => void;
  errorAt: ErrorAt;
}

/** How many pupils and adults are to come; too few adults are said while one types. */
export function PeopleFields({ edition, value, onChange, errorAt }: PeopleFieldsProps) {
  const t = useMessages(visitMessages);
  const limit = edition.pupilsPerAdult;
  const people = { pupils: value.pupils ?? 0, adults: value.adults ?? 0 };
  return (
    <>
      <SimpleGrid cols={2}>
        <WholeNumberField
          label={t("pupils")}
          value={value.pupils}
          onChange={(pupils) => onChange({ pupils })}
          error={errorAt("pupils")}
        />
        <WholeNumberField
          label={t("adults")}
          value={value.adults}
          onChange={(adults) => onChange({ adults })}
          error={errorAt("adults")}
        />
      </SimpleGrid>
      {limit !== null && exceedsRatio(people, limit) && <Alert color="brass">{t("ratioWarning", { limit })}</Alert>}
    </>
  );
}
