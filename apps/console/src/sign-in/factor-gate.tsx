import { useMessages } from "@abwab/ui";
import { Button, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { SESSION_KEY } from "../app/query-client.ts";
import { FactorEnrolment } from "../people/factor-enrolment.tsx";
import { invitationMessages } from "./invitation-messages.ts";
import { useSignOut } from "./session.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

/** All that somebody sees whose role needs a second factor that isn't there yet. */
export function FactorGate() {
  const t = useMessages(invitationMessages);
  const client = useQueryClient();
  const signOut = useSignOut();
  const [enrolling, setEnrolling] = useState(false);
  const close = () => {
    setEnrolling(false);
    // Whether it is set up now is the service's to say.
    void client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  return (
    <SignInFrame title={t("factorTitle")} hint={t("factorText")}>
      <Stack mt="lg">
        <Button size="md" onClick={() => setEnrolling(true)}>
          {t("factorStart")}
        </Button>
        <Button variant="subtle" onClick={() => signOut.mutate()} loading={signOut.isPending}>
          {t("signOut")}
        </Button>
        <ProblemAlert error={signOut.error} />
      </Stack>
      {enrolling && <FactorEnrolment onClose={close} />}
    </SignInFrame>
  );
}
