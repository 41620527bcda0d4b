import { type Invitation, type MadeInvitation, routes } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Menu, Title } from "@mantine/core";
import { IconLinkOff, IconRefresh } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { type Column, ListTable } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { invitationsQuery } from "./invitation-queries.ts";
import { linkMessages } from "./link-messages.ts";
import { peopleMessages } from "./people-messages.ts";

const stateTexts = {
  open: "stateOpen",
  used: "stateUsed",
  expired: "stateExpired",
  withdrawn: "stateWithdrawn",
} as const;
const stateColors = { open: "forest", used: "sand", expired: "brass", withdrawn: "sand" } as const;

/** The links that were made, and what became of each; none where there are none. */
export function LinksCard({ onMade }: { onMade: (made: MadeInvitation) => void }) {
  const t = useMessages(linkMessages);
  const people = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const links = useQuery(invitationsQuery);
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  const renewal = useMutation({
    mutationFn: (id: string) => api.call(routes.renewInvitation, { params: { id } }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      onMade(made);
    },
  });
  const columns: Column<Invitation>[] = [
    { key: "name", value: ({ name }) => name, title: people("name"), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: "email", value: ({ email }) => email, title: people("email"), cell: ({ email }) => <bdi>{email}</bdi> },
    {
      key: "kind",
      value: ({ kind, role }) =>
        kind === "reset" ? t("kindReset") : t("kindInvitation", { role: app(roleTexts[role]) }),
      title: t("purpose"),
      cell: ({ kind, role }) =>
        kind === "reset" ? t("kindReset") : t("kindInvitation", { role: app(roleTexts[role]) }),
    },
    {
      key: "state",
      value: ({ state }) => t(stateTexts[state]),
      title: t("state"),
      cell: ({ state, expiresAt, usedAt }) => (
        <span>
          <Badge color={stateColors[state]}>{t(stateTexts[state])}</Badge>{" "}
          {state === "open" && t("until", { date: formatDate(expiresAt, language) })}
          {usedAt !== null && formatDate(usedAt, language)}
        </span>
      ),
    },
  ];
  if (links.data?.length === 0) return null;
  return (
    <section aria-labelledby="links-title">
      <Title order={2} size="h4" id="links-title" mt="xl" mb="sm">
        {t("links")}
      </Title>
      <ProblemAlert error={links.error ?? renewal.error} />
      {links.data && (
        <ListTable
          caption={t("links")}
          name="links"
          columns={columns}
          rows={links.data}
          keyOf={({ id }) => id}
          menu={(link) =>
            (link.state === "open" || link.state === "expired") && (
              <RowMenu of={link.email}>
                <Menu.Item leftSection={<IconRefresh size={17} aria-hidden />} onClick={() => renewal.mutate(link.id)}>
                  {t("renew")}
                </Menu.Item>
                <Menu.Item
                  color="clay"
                  leftSection={<IconLinkOff size={17} aria-hidden />}
                  onClick={() => setWithdrawing(link)}
                >
                  {t("withdraw")}
                </Menu.Item>
              </RowMenu>
            )
          }
        />
      )}
      {withdrawing && (
        <ConfirmDialog
          title={t("withdrawTitle", { name: withdrawing.name })}
          text={t("withdrawText")}
          submit={t("withdraw")}
          act={() => api.call(routes.withdrawInvitation, { params: { id: withdrawing.id } })}
          refresh={invitationsQuery.queryKey}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </section>
  );
}
