import { mediaActivityPatch, routes, type BodyOf, type Edition, type MediaActivity } from "@abwab/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { activityBodyOf, activityDraftOf, ActivityFields } from "./activity-fields.tsx";
import { mediaKey } from "./media-queries.ts";

export interface ChangeActivityDialogProps {
  edition: Edition;
  activity: MediaActivity;
  onClose: () => void;
}

export function ChangeActivityDialog({ edition, activity, onClose }: ChangeActivityDialogProps) {
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(() => activityDraftOf(edition, activity));
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof routes.changeMediaActivity>) =>
      api.call(routes.changeMediaActivity, { params: { slug, id: activity.id }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mediaKey(slug) });
      onClose();
    },
  });
  const { organisationId: _, ...filledIn } = activityBodyOf(edition, draft);
  const { errorAt, send } = useChecked(mediaActivityPatch, filledIn, save.error);
  return (
    <FormDialog
      title={activity.outlet}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <ActivityFields
        edition={edition}
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        errorAt={errorAt}
        withOutlet={false}
      />
    </FormDialog>
  );
}
