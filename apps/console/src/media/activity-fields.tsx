import type { Edition, MediaActivity, Organisation } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { ErrorAt } from "../app/use-checked.ts";
import { instantOf, momentOf } from "../pavilion/moment-field.tsx";
import { OrganisationField } from "../visits/organisation-field.tsx";
import { mediaMessages } from "./media-messages.ts";

/** What the form of an activity holds; the moment is `YYYY-MM-DDTHH:MM` in the edition's time. */
export interface ActivityDraft {
  outlet: Organisation | null;
  what: string;
  where: string;
  moment: string;
}

/** What the contract's schema is to check. */
export const activityBodyOf = (edition: Edition, { outlet, what, where, moment }: ActivityDraft) => ({
  organisationId: outlet?.id ?? "",
  what,
  where: where.trim() === "" ? null : where,
  at: instantOf(edition, moment),
});

/** The form of an activity that is there, without its outlet, which is shown by name. */
export const activityDraftOf = (edition: Edition, activity: MediaActivity): ActivityDraft => ({
  outlet: null,
  what: activity.what,
  where: activity.where ?? "",
  moment: momentOf(edition, Date.parse(activity.at)),
});

export interface ActivityFieldsProps {
  edition: Edition;
  draft: ActivityDraft;
  onChange: (change: Partial<ActivityDraft>) => void;
  errorAt: ErrorAt;
  /** Whether the outlet can be chosen. */
  withOutlet: boolean;
  /** Beside the last field. */
  children?: ReactNode;
}

/** Who, what, where, when. */
export function ActivityFields({ edition, draft, onChange, errorAt, withOutlet, children }: ActivityFieldsProps) {
  const t = useMessages(mediaMessages);
  return (
    <>
      {withOutlet && (
        <OrganisationField
          slug={edition.slug}
          label={t("outlet")}
          type="media"
          explained={false}
          value={draft.outlet}
          onChange={(outlet) => onChange({ outlet })}
          error={errorAt("organisationId")}
        />
      )}
      <TextInput
        label={t("what")}
        required
        value={draft.what}
        onChange={(event) => onChange({ what: event.currentTarget.value })}
        error={errorAt("what")}
      />
      <TextInput
        label={t("where")}
        value={draft.where}
        onChange={(event) => onChange({ where: event.currentTarget.value })}
        error={errorAt("where")}
      />
      <TextInput
        type="datetime-local"
        required
        label={t("when")}
        value={draft.moment}
        onChange={(event) => onChange({ moment: event.currentTarget.value })}
        error={errorAt("at")}
      />
      {children}
    </>
  );
}
