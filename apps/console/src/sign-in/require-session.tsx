import { Center, Loader, Stack, Text, Title } from "@mantine/core";
import { Logo, useMessages } from "@abwab/ui";
import { lazy, Suspense } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { SessionContext, useSessionQuery } from "./session.ts";

// Few ever see it.
const FactorGate = lazy(async () => ({ default: (await import("./factor-gate.tsx")).FactorGate }));

/** Lets through whoever is signed in; sends everybody else to sign in and back again. */
export function RequireSession() {
  const t = useMessages(appMessages);
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session.data?.secondFactorMissing) {
    return (
      <Suspense>
        <FactorGate />
      </Suspense>
    );
  }
  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <Outlet />
      </SessionContext>
    );
  }
  if (session.data === null) {
    const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return (
    <Center mih="100dvh" p="md">
      <Stack align="center" gap="sm" role="status">
        <Logo size={72} label={t("loading")} />
        {session.failureCount > 0 && (
          <>
            <Title order={1} size="h3">
              {t("unreachableTitle")}
            </Title>
            <Text c="dimmed" ta="center">
              {t("unreachableHint")}
            </Text>
            <Loader size="sm" type="dots" />
          </>
        )}
      </Stack>
    </Center>
  );
}
