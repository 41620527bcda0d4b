import { newSlots, routes, type Edition, type NewSlots } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { formatTime, isolateLtr, useLanguage, useMessages } from "@abwab/ui";
import { Alert, SimpleGrid } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { HourField } from "../editions/hour-field.tsx";
import { DaysChoice } from "./days-choice.tsx";
import { slotMessages } from "./slot-messages.ts";
import { previewOf, type SlotsDraft } from "./slot-preview.ts";
import { visitsKey } from "./visit-queries.ts";
import { ZoneField } from "./zone-field.tsx";

export interface SlotsFormProps {
  edition: Edition;
  /** The zone on screen; empty for every zone. */
  zone: string;
  onClose: () => void;
}

/** A row of slots: every so many minutes of some days, with a look at what that makes before it is made. */
export function SlotsForm({ edition, zone, onClose }: SlotsFormProps) {
  const t = useMessages(slotMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState<SlotsDraft>(() => ({
    zone,
    days: edition.days.map(({ date }) => date),
    from: edition.days[0]?.opensAt ?? "09:00",
    to: edition.days[0]?.closesAt ?? "17:00",
    minutes: 30,
    capacity: null,
  }));
  const set = (change: Partial<SlotsDraft>) => setDraft((now) => ({ ...now, ...change }));
  const save = useMutation({
    mutationFn: (body: NewSlots) => api.call(routes.createSlots, { params: { slug }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: visitsKey(slug) });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(newSlots, draft, save.error);
  return (
    <FormDialog
      title={t("add")}
      size="lg"
      submit={t("add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <ZoneField slug={slug} value={draft.zone} onChange={(code) => set({ zone: code })} error={errorAt("zone")} />
      <DaysChoice edition={edition} value={draft.days} onChange={(days) => set({ days })} error={errorAt("days")} />
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <HourField label={t("from")} value={draft.from} onChange={(from) => set({ from })} error={errorAt("from")} />
        <HourField label={t("to")} value={draft.to} onChange={(to) => set({ to })} error={errorAt("to")} />
        <WholeNumberField
          label={t("minutes")}
          required
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
          error={errorAt("minutes")}
        />
        <WholeNumberField
          label={t("capacity")}
          required
          value={draft.capacity}
          onChange={(capacity) => set({ capacity })}
          error={errorAt("capacity")}
        />
      </SimpleGrid>
      <Preview edition={edition} draft={draft} />
    </FormDialog>
  );
}

function Preview({ edition, draft }: { edition: Edition; draft: SlotsDraft }) {
  const t = useMessages(slotMessages);
  const { language } = useLanguage();
  const preview = previewOf(createCalendar(edition.timeZone, edition.dayCutoff), draft);
  const hour = (at: number) => formatTime(at, language, { timeZone: edition.timeZone });
  const [first, last] = [preview?.firstDay[0], preview?.firstDay.at(-1)];
  return (
    <Alert color={preview && !last ? "brass" : "forest"} title={t("preview")} role="status">
      {!preview && t("previewWait")}
      {preview && (!first || !last) && t("previewNone")}
      {preview && first && last && (
        <>
          <strong className="slot-preview-count">
            {t("previewCount", { slots: preview.slots, places: preview.places })}
          </strong>
          <div>
            {t("previewDay", {
              count: preview.firstDay.length,
              first: isolateLtr(`${hour(first.from)}–${hour(first.to)}`),
              last: isolateLtr(`${hour(last.from)}–${hour(last.to)}`),
            })}
          </div>
          {preview.leavesRest && <div>{t("previewRest", { hour: hour(last.to) })}</div>}
        </>
      )}
    </Alert>
  );
}
