import { ApiProblem, Unreachable } from "@abwab/api-client";
import { useMessages } from "@abwab/ui";
import { Alert, Button, Group } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { appMessages } from "./app-messages.ts";
import { problemMessages } from "./problem-messages.ts";
import { useCountdown } from "./use-countdown.ts";

export interface ProblemAlertProps {
  /** What was thrown; nothing is shown for null. */
  error: unknown;
  retry?: () => void;
}

/** An error in words, with what to do next and, where the service asked to wait, the seconds left. */
export function ProblemAlert({ error, retry }: ProblemAlertProps) {
  const t = useMessages(appMessages);
  const problem = useMessages(problemMessages);
  const wait = useCountdown(error instanceof ApiProblem ? error.retryAfterSeconds : undefined, error);
  if (error === null || error === undefined) return null;
  return (
    <Alert color="clay" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      {problem(problemKey(error))}
      <UsedBy error={error} />
      {wait > 0 && <div>{t("waitSeconds", { count: wait })}</div>}
      {retry && (
        <Group mt="xs">
          <Button size="compact-sm" variant="white" color="clay" onClick={retry} disabled={wait > 0}>
            {t("tryAgain")}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** What keeps something in use, by the names that the service knows. */
function UsedBy({ error }: { error: unknown }) {
  const names =
    error instanceof ApiProblem && error.code === "in_use" ? error.errors.map(({ message }) => message) : [];
  if (names.length === 0) return null;
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function problemKey(error: unknown) {
  if (error instanceof ApiProblem) return error.code;
  return error instanceof Unreachable ? "unreachable" : "internal";
}
