import { routes, visitPatch, type Edition, type Visit, type VisitPatch } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { organisationName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { PeopleFields, type PeopleDraft } from "./people-fields.tsx";
import { SlotField } from "./slot-field.tsx";
import { headsOf } from "./visit-board.ts";
import { visitMessages } from "./visit-messages.ts";
import { visitsKey } from "./visit-queries.ts";

export interface ChangeVisitDialogProps {
  edition: Edition;
  /** The day on screen, for a visit without a slot. */
  day: string;
  visit: Visit;
  onClose: () => void;
}

/** Only a group that came without a booking has no slot. */
const plannedPatch = visitPatch.refine(({ slotId }) => slotId !== null, { path: ["slotId"] });

/** Moves a visit to another slot, or says that more or fewer are to come. */
export function ChangeVisitDialog({ edition, day: shownDay, visit, onClose }: ChangeVisitDialogProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { slug } = edition;
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const [day, setDay] = useState(visit.slot ? calendar.dayOf(Date.parse(visit.slot.startsAt)) : shownDay);
  const [slotId, setSlotId] = useState(visit.slot?.id ?? null);
  const [people, setPeople] = useState<PeopleDraft>({ pupils: visit.pupils, adults: visit.adults });
  const params = { slug, id: visit.id };
  const guard = useGuard({
    thing: visit,
    draftOf: (thing: Visit) => ({ slotId: thing.slot?.id ?? null, pupils: thing.pupils, adults: thing.adults }),
    draft: { slotId, ...people },
    onDraft: (merged) => {
      setSlotId(merged.slotId);
      setPeople({ pupils: merged.pupils, adults: merged.adults });
    },
    read: () => api.callIfChanged(routes.getVisit, undefined, { params }),
    words: { slotId: t("slot"), pupils: t("pupils"), adults: t("adults") },
  });
  const save = useMutation({
    mutationFn: (body: VisitPatch) => guard.save((headers) => api.call(routes.changeVisit, { params, headers, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: visitsKey(slug) });
      onClose();
    },
  });
  const wanted = { pupils: people.pupils ?? 0, adults: people.adults ?? 0 };
  const { errorAt, send } = useChecked(visit.walkIn ? visitPatch : plannedPatch, { slotId, ...wanted }, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={organisationName(visit.organisation, language)}
      size="lg"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <Text>{t("changeText")}</Text>
      {headsOf(visit.arrived) > 0 && (
        <Alert color="brass">{t("cancelArrived", { count: headsOf(visit.arrived) })}</Alert>
      )}
      <SlotField
        edition={edition}
        day={day}
        onDay={setDay}
        value={slotId}
        onChange={setSlotId}
        ownPeople={{ slotId: visit.slot?.id ?? null, people: headsOf(visit) }}
        people={headsOf(wanted)}
        optional={visit.walkIn}
        error={errorAt("slotId")}
      />
      <PeopleFields
        edition={edition}
        value={people}
        onChange={(change) => setPeople((now) => ({ ...now, ...change }))}
        errorAt={errorAt}
      />
      {notice}
    </FormDialog>
  );
}
