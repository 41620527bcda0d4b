import { copiedPart, editionCopy, routes, type CopiedPart, type Edition, type EditionCopy } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Checkbox, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { NamesFields } from "../app/names-fields.tsx";
import { useChecked } from "../app/use-checked.ts";
import { programmeQuery } from "../programme/programme-queries.ts";
import { chosenParts, copyDraftOf, type CopyDraft } from "./copy-draft.ts";
import { copyMessages } from "./copy-messages.ts";
import { DaysField } from "./days-field.tsx";
import { editionMessages } from "./edition-messages.ts";
import { editionsQuery, useCheckpoints, useZones } from "./edition-queries.ts";

/** A new edition that begins with what an earlier one had; says how much of what is taken. */
export function CopyForm({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const t = useMessages(copyMessages);
  const words = useMessages(editionMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { slug } = edition;
  const [draft, setDraft] = useState<CopyDraft>(() => copyDraftOf(edition, new Date().toISOString().slice(0, 10)));
  const set = (change: Partial<CopyDraft>) => setDraft((now) => ({ ...now, ...change }));
  const programme = useQuery(programmeQuery(slug)).data ?? [];
  const counts: Record<CopiedPart, number> = {
    zones: useZones(slug).data?.length ?? 0,
    checkpoints: useCheckpoints(slug).data?.length ?? 0,
    policies: 0,
    categories: edition.categories.length,
    programme: programme.length,
  };
  const save = useMutation({
    mutationFn: (body: EditionCopy) => api.call(routes.copyEdition, { params: { slug }, body }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: editionsQuery.queryKey });
      onClose();
      void navigate(`/setup/${made.slug}`);
    },
  });
  const { errorAt, send } = useChecked(editionCopy, draft, save.error);
  const matched = new Set(
    edition.days
      .map(({ date }) => date)
      .toSorted()
      .slice(0, draft.days.length),
  );
  const left = draft.what.includes("programme") ? programme.filter(({ day }) => !matched.has(day)).length : 0;
  return (
    <FormDialog
      title={t("title", { name: localName(edition.names, language) })}
      size="xl"
      submit={t("submit")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={words("slug")}
        description={words("slugHint")}
        dir="ltr"
        required
        data-autofocus
        value={draft.slug}
        onChange={(event) => set({ slug: event.currentTarget.value })}
        error={errorAt("slug")}
      />
      <NamesFields label={words("names")} value={draft.names} onChange={(names) => set({ names })} errorAt={errorAt} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={words("city")}
          required
          value={draft.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
          error={errorAt("city")}
        />
        <TextInput
          label={words("venue")}
          required
          value={draft.venue}
          onChange={(event) => set({ venue: event.currentTarget.value })}
          error={errorAt("venue")}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t("daysHint")}
      </Text>
      <DaysField value={draft.days} onChange={(days) => set({ days })} errorAt={errorAt} />
      <Checkbox.Group
        label={t("what")}
        value={draft.what}
        onChange={(next) => {
          const chosen = copiedPart.options.filter((part) => next.includes(part));
          set({ what: chosenParts(draft.what, chosen) });
        }}
        error={errorAt("what")}
      >
        <Stack gap="xs" mt="xs">
          {copiedPart.options.map((part) => (
            <Checkbox key={part} value={part} label={t(part, { count: counts[part] })} />
          ))}
        </Stack>
      </Checkbox.Group>
      {left > 0 && <Alert color="brass">{t("left", { count: left })}</Alert>}
      <Alert color="forest" variant="light">
        {t("never")}
      </Alert>
    </FormDialog>
  );
}
