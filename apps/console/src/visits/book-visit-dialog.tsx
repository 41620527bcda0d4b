import { newVisit, routes, type Edition, type NewVisit, type Organisation, type Visit } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Checkbox, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { OrganisationField } from "./organisation-field.tsx";
import { PeopleFields, type PeopleDraft } from "./people-fields.tsx";
import { SlotField } from "./slot-field.tsx";
import { visitMessages } from "./visit-messages.ts";
import { visitsKey } from "./visit-queries.ts";

export interface BookVisitDialogProps {
  edition: Edition;
  /** The day on screen. */
  day: string;
  /** The slot that was pressed, if one was. */
  slotId: string | null;
  onBooked: (visit: Visit) => void;
  onClose: () => void;
}

/** Who does not stand at the gate yet is told when to come: a visit without an hour is on no day's board. */
const bookedVisit = newVisit.refine(({ slotId, walkIn }) => walkIn || slotId !== null, { path: ["slotId"] });

export function BookVisitDialog({ edition, day: shownDay, slotId: pressed, onBooked, onClose }: BookVisitDialogProps) {
  const t = useMessages(visitMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [organisation, setOrganisation] = useState<Organisation | null>(null);
  const [day, setDay] = useState(shownDay);
  const [slotId, setSlotId] = useState(pressed);
  const [people, setPeople] = useState<PeopleDraft>({ pupils: null, adults: null });
  const [walkIn, setWalkIn] = useState(false);
  const save = useMutation({
    mutationFn: (body: NewVisit) => api.call(routes.bookVisit, { params: { slug }, body }),
    onSuccess: async (visit) => {
      await client.invalidateQueries({ queryKey: visitsKey(slug) });
      onBooked(visit);
    },
  });
  const wanted = { pupils: people.pupils ?? 0, adults: people.adults ?? 0 };
  const filledIn = { organisationId: organisation?.id ?? "", slotId, walkIn, ...wanted };
  const { errorAt, send } = useChecked(bookedVisit, filledIn, save.error);
  const choose = (next: Organisation | null) => {
    setOrganisation(next);
    if (next) setPeople({ pupils: next.expectedPupils, adults: next.expectedAdults });
  };
  return (
    <FormDialog
      title={t("book")}
      size="lg"
      submit={t("book")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <OrganisationField
        slug={slug}
        autoFocus
        value={organisation}
        onChange={choose}
        error={errorAt("organisationId")}
      />
      {organisation && (
        <Text size="sm" c="dimmed">
          {t("expectedOf", { pupils: organisation.expectedPupils, adults: organisation.expectedAdults })}
        </Text>
      )}
      <PeopleFields
        edition={edition}
        value={people}
        onChange={(change) => setPeople((now) => ({ ...now, ...change }))}
        errorAt={errorAt}
      />
      <SlotField
        edition={edition}
        day={day}
        onDay={setDay}
        value={slotId}
        onChange={setSlotId}
        people={wanted.pupils + wanted.adults}
        optional={walkIn}
        error={errorAt("slotId")}
      />
      <Checkbox
        label={t("standsAtGate")}
        checked={walkIn}
        onChange={(event) => setWalkIn(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
