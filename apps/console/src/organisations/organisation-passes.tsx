import { routes, showPassCode, type Edition, type Organisation } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Badge, Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { PassDialog } from "../passes/pass-dialog.tsx";
import { passKindTexts, passMessages } from "../passes/pass-messages.ts";
import { passesKey } from "../passes/pass-queries.ts";
import { organisationMessages } from "./organisation-messages.ts";

interface OrganisationPassesProps {
  edition: Edition;
  organisation: Organisation;
}

/** The passes issued in its name, each to be looked at and printed. */
export function OrganisationPasses({ edition, organisation: { id } }: OrganisationPassesProps) {
  const t = useMessages(organisationMessages);
  const ofPass = useMessages(passMessages);
  const { slug } = edition;
  const [shown, setShown] = useState<string>();
  const passes = useQuery({
    queryKey: [...passesKey(slug), "organisation", id],
    queryFn: () => api.call(routes.listPasses, { params: { slug }, query: { organisation: id } }),
  });
  return (
    <section className="card organisation-card organisation-list">
      <Title order={2} size="h5" mb="xs">
        {t("passes")}
      </Title>
      <ProblemAlert error={passes.error} retry={() => void passes.refetch()} />
      {passes.data?.items.length === 0 && <Text c="dimmed">{t("noPasses")}</Text>}
      <ul>
        {passes.data?.items.map(({ code, kind, label, revokedAt }) => (
          <li key={code}>
            <Button variant="subtle" size="compact-md" className="pass-code-link" px={0} onClick={() => setShown(code)}>
              <bdi dir="ltr">{showPassCode(code)}</bdi>
            </Button>{" "}
            {ofPass(passKindTexts[kind])} {label !== null && <bdi>{label}</bdi>}{" "}
            {revokedAt !== null && <Badge color="clay">{ofPass("revoked")}</Badge>}
          </li>
        ))}
      </ul>
      {shown !== undefined && <PassDialog edition={edition} code={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}
