import { routes, type Session } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, listAll } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { accountMessages } from "./account-messages.ts";
import { browserOf } from "./browser-of.ts";

const sessionsQuery = {
  queryKey: ["sessions"],
  queryFn: () => listAll((query) => api.call(routes.listSessions, { query })),
};

/** Where somebody is signed in. */
export function SessionsCard() {
  const t = useMessages(accountMessages);
  const sessions = useQuery(sessionsQuery);
  return (
    <section className="card account-card" aria-labelledby="sessions-title">
      <Title order={2} size="h4" id="sessions-title">
        {t("sessions")}
      </Title>
      <Text c="dimmed" size="sm">
        {t("sessionsHint")}
      </Text>
      <ProblemAlert error={sessions.error} retry={() => void sessions.refetch()} />
      <Stack component="ul" gap="sm" mt="md" p={0} style={{ listStyle: "none" }}>
        {sessions.data?.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </Stack>
    </section>
  );
}

function SessionLine({ session: { id, createdAt, address, userAgent, current } }: { session: Session }) {
  const t = useMessages(accountMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.call(routes.endSession, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const where = browserOf(userAgent) ?? t("unknownPlace");
  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <div>
        <Text>
          <bdi>{where}</bdi> {current && <Badge color="forest">{t("thisOne")}</Badge>}
        </Text>
        <Text size="sm" c="dimmed">
          {t("since", { date: formatDate(createdAt, language) })} · <bdi dir="ltr">{address}</bdi>
        </Text>
        <ProblemAlert error={end.error} />
      </div>
      {!current && (
        <Button
          variant="default"
          aria-label={t("endOf", { where })}
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {t("end")}
        </Button>
      )}
    </Group>
  );
}
