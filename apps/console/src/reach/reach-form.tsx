import {
  newReachFigure,
  qualifier as qualifiers,
  reachOrigin,
  routes,
  type Edition,
  type NewReachFigure,
  type ReachFigure,
} from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { instantOf, momentOf } from "../pavilion/moment-field.tsx";
import { reachMessages } from "./reach-messages.ts";
import { reachQuery } from "./reach-queries.ts";

export interface ReachFormProps {
  edition: Edition;
  /** The one to correct; a new one without. */
  figure?: ReachFigure;
  onClose: () => void;
}

const draftOf = (edition: Edition, figure: ReachFigure | undefined) => ({
  channel: figure?.channel ?? "",
  day: figure?.day ?? "",
  value: figure?.value ?? null,
  qualifier: figure?.qualifier ?? ("exact" as const),
  origin: figure?.origin ?? ("entered" as const),
  source: figure?.source ?? "",
  moment: momentOf(edition, figure ? Date.parse(figure.at) : Date.now()),
});

export function ReachForm({ edition, figure, onClose }: ReachFormProps) {
  const t = useMessages(reachMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(() => draftOf(edition, figure));
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }));
  const params = { slug, id: figure?.id ?? "" };
  const guard = useGuard({
    thing: figure,
    draftOf: (thing: ReachFigure) => draftOf(edition, thing),
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getReachFigure, undefined, { params }),
    words: {
      channel: t("channel"),
      day: t("day"),
      value: t("value"),
      qualifier: t("qualifier"),
      origin: t("origin"),
      source: t("source"),
      moment: t("at"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewReachFigure) =>
      guard.save((headers) =>
        figure
          ? api.call(routes.changeReachFigure, { params, headers, body })
          : api.call(routes.createReachFigure, { params: { slug }, body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: reachQuery(slug).queryKey });
      onClose();
    },
  });
  const { moment, ...fields } = draft;
  const filledIn = { ...fields, day: draft.day === "" ? null : draft.day, at: instantOf(edition, moment) };
  const { errorAt, send } = useChecked(newReachFigure, filledIn, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={t(figure ? "change" : "add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <TextInput
        label={t("channel")}
        description={t("channelHint")}
        required
        data-autofocus
        value={draft.channel}
        onChange={(event) => set({ channel: event.currentTarget.value })}
        error={errorAt("channel")}
      />
      <NativeSelect
        label={t("day")}
        value={draft.day}
        onChange={(event) => set({ day: event.currentTarget.value })}
        data={[
          { value: "", label: t("whole") },
          ...edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
        ]}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t("qualifier")}
          value={draft.qualifier}
          onChange={(event) => set({ qualifier: qualifiers.parse(event.currentTarget.value) })}
          data={qualifiers.options.map((value) => ({ value, label: t(value) }))}
        />
        <WholeNumberField
          label={t("value")}
          required
          value={draft.value}
          onChange={(value) => set({ value })}
          error={errorAt("value")}
        />
      </SimpleGrid>
      <NativeSelect
        label={t("origin")}
        value={draft.origin}
        onChange={(event) => set({ origin: reachOrigin.parse(event.currentTarget.value) })}
        data={reachOrigin.options.map((value) => ({ value, label: t(value) }))}
      />
      <TextInput
        label={t("source")}
        description={t("sourceHint")}
        required
        value={draft.source}
        onChange={(event) => set({ source: event.currentTarget.value })}
        error={errorAt("source")}
      />
      <TextInput
        type="datetime-local"
        label={t("at")}
        required
        value={draft.moment}
        onChange={(event) => set({ moment: event.currentTarget.value })}
        error={errorAt("at")}
      />
      {notice}
    </FormDialog>
  );
}
