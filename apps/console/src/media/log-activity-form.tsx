import { newMediaActivity, routes, type Edition, type NewMediaActivity } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { api } from "../app/api.ts";
import { focusFirstFault } from "../app/focus-first-fault.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useChecked } from "../app/use-checked.ts";
import { momentOf } from "../pavilion/moment-field.tsx";
import { activityBodyOf, ActivityFields, type ActivityDraft } from "./activity-fields.tsx";
import { mediaMessages } from "./media-messages.ts";
import { mediaKey } from "./media-queries.ts";

/** Logs one activity after another: what they mostly share stays filled in. */
export function LogActivityForm({ edition }: { edition: Edition }) {
  const t = useMessages(mediaMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState<ActivityDraft>(() => ({
    outlet: null,
    what: "",
    where: "",
    moment: momentOf(edition, Date.now()),
  }));
  // A form that was sent begins anew: what is still empty in it is not wrong yet.
  const [sent, setSent] = useState(0);
  const save = useMutation({
    mutationFn: (body: NewMediaActivity) => api.call(routes.logMediaActivity, { params: { slug }, body }),
    onSuccess: async () => {
      setDraft((now) => ({ ...now, what: "", moment: momentOf(edition, Date.now()) }));
      setSent((times) => times + 1);
      await client.invalidateQueries({ queryKey: mediaKey(slug) });
    },
  });
  return (
    <section className="card activity-log" aria-labelledby="log-activity">
      <Title order={2} size="h5" id="log-activity">
        {t("log")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("logHint")}
      </Text>
      <Fields
        key={sent}
        edition={edition}
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        pending={save.isPending}
        error={save.error}
        onSend={save.mutate}
      />
      <ProblemAlert error={save.error} />
      <Text role="status" size="sm" c="dimmed">
        {save.data && t("logged", { what: save.data.what })}
      </Text>
    </section>
  );
}

interface FieldsProps {
  edition: Edition;
  draft: ActivityDraft;
  onChange: (change: Partial<ActivityDraft>) => void;
  pending: boolean;
  error: unknown;
  onSend: (body: NewMediaActivity) => void;
}

function Fields({ edition, draft, onChange, pending, error, onSend }: FieldsProps) {
  const t = useMessages(mediaMessages);
  const { errorAt, send } = useChecked(newMediaActivity, activityBodyOf(edition, draft), error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(onSend);
    focusFirstFault(event.currentTarget);
  };
  return (
    <form className="activity-fields" onSubmit={submit} noValidate>
      <ActivityFields edition={edition} draft={draft} onChange={onChange} errorAt={errorAt} withOutlet>
        <Button type="submit" loading={pending} leftSection={<IconPlus size={18} aria-hidden />}>
          {t("log")}
        </Button>
      </ActivityFields>
    </form>
  );
}
