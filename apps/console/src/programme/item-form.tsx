import {
  newProgrammeItem,
  programmeKind,
  routes,
  type Edition,
  type NewProgrammeItem,
  type ProgrammeItem,
} from "@abwab/contract";
import { createCalendar, openIntervals, remarksOn } from "@abwab/domain";
import { formatNumber, localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, NativeSelect, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { NamesFields } from "../app/names-fields.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { useZones } from "../editions/edition-queries.ts";
import { HourField } from "../editions/hour-field.tsx";
import { emptyItem, itemBodyOf, itemDraftOf, type ItemDraft } from "./item-draft.ts";
import { programmeMessages } from "./programme-messages.ts";
import { programmeQuery } from "./programme-queries.ts";
import { RemarkList } from "./remark-list.tsx";
import { SpeakersField } from "./speakers-field.tsx";

export interface ItemFormProps {
  edition: Edition;
  /** The one to change; a new one without. */
  item?: ProgrammeItem;
  /** On which a new one begins. */
  day: string;
  onClose: () => void;
}

/** What takes place, where and when; says what clashes while it is filled in, and refuses nothing for it. */
export function ItemForm({ edition, item, day, onClose }: ItemFormProps) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { slug } = edition;
  const { data: zones = [] } = useZones(slug);
  const { data: items = [] } = useQuery(programmeQuery(slug));
  const [draft, setDraft] = useState<ItemDraft>(() => (item ? itemDraftOf(edition, item) : emptyItem(day)));
  const set = (change: Partial<ItemDraft>) => setDraft((now) => ({ ...now, ...change }));
  const params = { slug, id: item?.id ?? "" };
  const guard = useGuard({
    thing: item,
    draftOf: (thing: ProgrammeItem) => itemDraftOf(edition, thing),
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getProgrammeItem, undefined, { params }),
    words: {
      kind: t("kind"),
      names: t("names"),
      zone: t("zone"),
      date: t("date"),
      from: t("from"),
      to: t("to"),
      speakers: t("speakers"),
      expected: t("expected"),
      attended: t("attended"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewProgrammeItem) =>
      guard.save((headers) =>
        item
          ? api.call(routes.changeProgrammeItem, { params, headers, body })
          : api.call(routes.createProgrammeItem, { params: { slug }, body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: programmeQuery(slug).queryKey });
      onClose();
    },
  });
  const body = itemBodyOf(edition, draft);
  const { errorAt, send } = useChecked(newProgrammeItem, body, save.error);
  const capacity = zones.find(({ code }) => code === draft.zone)?.capacity ?? null;
  const planned = {
    id: item?.id ?? "",
    zone: draft.zone ?? "",
    startsAt: Date.parse(body.startsAt),
    endsAt: Date.parse(body.endsAt),
    speakers: draft.speakers.filter(({ name }) => name.trim() !== ""),
    expected: draft.expected,
  };
  const others = items.map((other) => ({
    ...other,
    startsAt: Date.parse(other.startsAt),
    endsAt: Date.parse(other.endsAt),
  }));
  const open = openIntervals(createCalendar(edition.timeZone, edition.dayCutoff), edition.days);
  const remarks =
    Number.isNaN(planned.startsAt) || Number.isNaN(planned.endsAt)
      ? []
      : remarksOn(planned, others, { capacity, open });
  const halls = zones.toSorted((a, b) => Number(b.kind === "hall") - Number(a.kind === "hall"));
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={t(item ? "change" : "add")}
      size="lg"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      {zones.length === 0 && <Alert color="brass">{t("noZones")}</Alert>}
      <NamesFields label={t("names")} value={draft.names} onChange={(names) => set({ names })} errorAt={errorAt} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t("kind")}
          value={draft.kind}
          onChange={(event) => set({ kind: programmeKind.parse(event.currentTarget.value) })}
          data={programmeKind.options.map((value) => ({ value, label: t(value) }))}
        />
        <Select
          label={t("hall")}
          description={capacity === null ? undefined : t("capacity", { capacity: formatNumber(capacity, language) })}
          required
          searchable
          value={draft.zone}
          onChange={(zone) => set({ zone })}
          error={errorAt("zone")}
          data={halls.map(({ code, names }) => ({ value: code, label: `${code} · ${localName(names, language)}` }))}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput
          type="date"
          label={t("date")}
          required
          value={draft.date}
          onChange={(event) => set({ date: event.currentTarget.value })}
          error={draft.date === "" ? errorAt("startsAt") : undefined}
        />
        <HourField
          label={t("from")}
          value={draft.from}
          onChange={(from) => set({ from })}
          error={draft.date === "" ? undefined : errorAt("startsAt")}
        />
        <HourField label={t("to")} value={draft.to} onChange={(to) => set({ to })} error={errorAt("endsAt")} />
      </SimpleGrid>
      <SpeakersField value={draft.speakers} onChange={(speakers) => set({ speakers })} errorAt={errorAt} />
      <WholeNumberField
        label={t("expected")}
        value={draft.expected}
        onChange={(expected) => set({ expected })}
        error={errorAt("expected")}
      />
      {item && (
        <WholeNumberField
          label={t("attended")}
          description={t("attendedHint")}
          value={draft.attended}
          onChange={(attended) => set({ attended })}
          error={errorAt("attended")}
        />
      )}
      {remarks.length > 0 && (
        <Alert color="brass" title={t("saidNotRefused")} role="status">
          <RemarkList remarks={remarks} items={items} />
        </Alert>
      )}
      {notice}
    </FormDialog>
  );
}
