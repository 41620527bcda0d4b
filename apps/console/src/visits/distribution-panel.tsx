import {
  distribution,
  organisationType,
  routes,
  type Distributed,
  type Distribution,
  type Edition,
  type OrganisationType,
} from "@abwab/contract";
import { organisationTypesTexts, organisationWords, useMessages } from "@abwab/ui";
import { Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { focusFirstFault } from "../app/focus-first-fault.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useChecked } from "../app/use-checked.ts";
import { DaysChoice } from "./days-choice.tsx";
import { distributionMessages } from "./distribution-messages.ts";
import { DistributionResult } from "./distribution-result.tsx";
import { ProvinceSelect } from "./province-select.tsx";
import type { VisitView } from "./use-visit-view.ts";
import { visitsKey } from "./visit-queries.ts";
import { ZoneField } from "./zone-field.tsx";

export interface DistributionPanelProps {
  edition: Edition;
  view: VisitView;
  onView: (change: Partial<VisitView>) => void;
}

interface Draft {
  zone: string;
  days: string[];
  type: OrganisationType | "";
  province: string;
}

interface Outcome {
  of: Distribution;
  result: Distributed;
  done: boolean;
}

/** Thousands of passes are signed at once. */
const DISTRIBUTION_MS = 120_000;

/** Puts a whole list on free slots: first what would happen, then, once a person has seen it, that. */
export function DistributionPanel({ edition, view, onView }: DistributionPanelProps) {
  const t = useMessages(distributionMessages);
  const words = useMessages(organisationWords);
  const { slug } = edition;
  const [draft, setDraft] = useState<Draft>({
    zone: view.zone,
    days: edition.days.map(({ date }) => date),
    type: "",
    province: view.province,
  });
  const [outcome, setOutcome] = useState<Outcome>();
  const [asking, setAsking] = useState(false);
  const call = (body: Distribution) =>
    api.call(routes.distributeVisits, { params: { slug }, body, timeoutMs: DISTRIBUTION_MS });
  const look = useMutation({
    mutationFn: call,
    onSuccess: (result, of) => setOutcome({ of, result, done: false }),
  });
  // What is filled in differs from what was looked at: that is looked at again before it is done.
  const set = (change: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...change }));
    setOutcome(undefined);
  };
  const { type, province, ...rest } = draft;
  const filledIn = {
    ...rest,
    ...(type === "" ? {} : { type }),
    ...(province === "" ? {} : { province }),
    dryRun: true,
  };
  const { errorAt, send } = useChecked(distribution, filledIn, look.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(look.mutate);
    focusFirstFault(event.currentTarget);
  };
  return (
    <div className="distribution">
      <form className="card distribution-form" onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t("hint")}
          </Text>
          <ZoneField slug={slug} value={draft.zone} onChange={(zone) => set({ zone })} error={errorAt("zone")} />
          <DaysChoice edition={edition} value={draft.days} onChange={(days) => set({ days })} error={errorAt("days")} />
          <NativeSelect
            label={t("type")}
            value={type}
            onChange={(event) =>
              set({ type: organisationType.options.find((each) => each === event.currentTarget.value) ?? "" })
            }
            data={[
              { value: "", label: t("anyType") },
              ...organisationType.options.map((value) => ({ value, label: words(organisationTypesTexts[value]) })),
            ]}
          />
          <ProvinceSelect label={t("province")} value={province} onChange={(code) => set({ province: code })} />
          <ProblemAlert error={look.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={look.isPending} leftSection={<IconEye size={18} aria-hidden />}>
              {t("look")}
            </Button>
          </Group>
        </Stack>
      </form>
      {outcome && (
        <DistributionResult
          result={outcome.result}
          done={outcome.done}
          onDo={() => setAsking(true)}
          onBoard={() => onView({ part: "board", zone: outcome.of.zone })}
        />
      )}
      {outcome && asking && (
        <ConfirmDialog
          title={t("doTitle", { count: outcome.result.placed })}
          text={t("doText")}
          submit={t("do", { count: outcome.result.placed })}
          danger={false}
          act={() => call({ ...outcome.of, dryRun: false })}
          onDone={(result) => {
            setOutcome({ ...outcome, result, done: true });
            setAsking(false);
          }}
          refresh={visitsKey(slug)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
