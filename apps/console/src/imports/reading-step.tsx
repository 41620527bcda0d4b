import { type ImportReading, type ImportSummary, routes } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconHistory, IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { DefaultTypeField } from "./default-type-field.tsx";
import { faultMessages } from "./fault-messages.ts";
import { importMessages } from "./import-messages.ts";
import { importQuery } from "./import-queries.ts";
import { MappingFaults } from "./mapping-fault-list.tsx";
import { mappingFaults } from "./mapping-faults.ts";
import { ProgressPanel } from "./progress-panel.tsx";
import { ReadingFields } from "./reading-fields.tsx";
import { SampleTable } from "./sample-table.tsx";
import { useStep } from "./use-step.ts";

interface ReadingStepProps {
  slug: string;
  summary: ImportSummary;
}

type Mapping = Pick<ImportReading, "fields" | "defaultType">;

/**
 * How the file was read, for a person to see and to correct. What changes the table itself (letters, columns, sheet,
 * titles) is read anew at once; what the columns mean is kept until one goes on.
 */
export function ReadingStep({ slug, summary }: ReadingStepProps) {
  const t = useMessages(importMessages);
  const { direction } = useLanguage();
  const client = useQueryClient();
  const [, setStep] = useStep();
  const { id, reading, subject } = summary;
  // What was chosen belongs to one reading of the file: with another, its columns are others.
  const ofReading = JSON.stringify(reading);
  const [chosen, setChosen] = useState<Mapping & { of: string }>();
  const mapping: Mapping = chosen?.of === ofReading ? chosen : reading;
  const choose = (change: Partial<Mapping>) => setChosen({ ...mapping, ...change, of: ofReading });
  const isChosen =
    JSON.stringify([mapping.fields, mapping.defaultType]) !== JSON.stringify([reading.fields, reading.defaultType]);
  const faults = mappingFaults(subject, mapping);

  const correct = useMutation({
    mutationFn: (body: Partial<ImportReading>) => api.call(routes.changeImportReading, { params: { slug, id }, body }),
    onSuccess: (next) => client.setQueryData(importQuery(slug, id).queryKey, next),
  });
  const isBusy = correct.isPending || summary.state === "reading";
  const goOn = () => {
    if (!isChosen) setStep("rows");
    else
      correct.mutate(
        { fields: mapping.fields, defaultType: mapping.defaultType },
        { onSuccess: () => setStep("rows") },
      );
  };
  const Forth = direction === "rtl" ? IconArrowLeft : IconArrowRight;
  const next = (
    <Button
      onClick={goOn}
      disabled={faults.length > 0 || summary.state !== "preview"}
      loading={correct.isPending}
      rightSection={<Forth size={18} aria-hidden />}
    >
      {t("next")}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Text maw={760}>{t("readingHint")}</Text>
        {next}
      </Group>
      {summary.fault !== null && <FaultAlert fault={summary.fault} />}
      {summary.remembered && (
        <Alert color="forest" icon={<IconHistory aria-hidden />}>
          {t("remembered")}
        </Alert>
      )}
      <ProblemAlert error={correct.error} />
      <ReadingFields summary={summary} isBusy={isBusy} onCorrect={(body) => correct.mutate(body)} />
      {summary.state === "reading" && <ProgressPanel progress={summary.progress} text={t("readingRows")} />}
      <SampleTable
        summary={summary}
        fields={mapping.fields}
        isBusy={isBusy}
        onFields={(fields) => choose({ fields })}
        onHeaderRow={(headerRow) => correct.mutate({ headerRow })}
      />
      {subject === "organisations" && (
        <DefaultTypeField value={mapping.defaultType} onChange={(defaultType) => choose({ defaultType })} />
      )}
      <MappingFaults faults={faults} />
      <Group justify="flex-end">{next}</Group>
    </Stack>
  );
}

function FaultAlert({ fault }: { fault: NonNullable<ImportSummary["fault"]> }) {
  const t = useMessages(faultMessages);
  return (
    <Alert color="brass" role="alert" icon={<IconInfoCircle aria-hidden />}>
      {t(fault)}
    </Alert>
  );
}
