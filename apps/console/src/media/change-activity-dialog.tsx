import { mediaActivityPatch, routes, type BodyOf, type Edition, type MediaActivity } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { activityBodyOf, activityDraftOf, ActivityFields } from "./activity-fields.tsx";
import { mediaMessages } from "./media-messages.ts";
import { mediaKey } from "./media-queries.ts";

export interface ChangeActivityDialogProps {
  edition: Edition;
  activity: MediaActivity;
  onClose: () => void;
}

export function ChangeActivityDialog({ edition, activity, onClose }: ChangeActivityDialogProps) {
  const t = useMessages(mediaMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(() => activityDraftOf(edition, activity));
  const params = { slug, id: activity.id };
  const guard = useGuard({
    thing: activity,
    draftOf: (thing: MediaActivity) => activityDraftOf(edition, thing),
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getMediaActivity, undefined, { params }),
    words: { what: t("what"), where: t("where"), moment: t("when") },
  });
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof routes.changeMediaActivity>) =>
      guard.save((headers) => api.call(routes.changeMediaActivity, { params, headers, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mediaKey(slug) });
      onClose();
    },
  });
  const { organisationId: _, ...filledIn } = activityBodyOf(edition, draft);
  const { errorAt, send } = useChecked(mediaActivityPatch, filledIn, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={activity.outlet}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <ActivityFields
        edition={edition}
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        errorAt={errorAt}
        withOutlet={false}
      />
      {notice}
    </FormDialog>
  );
}
