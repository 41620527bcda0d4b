import { type PersonalHoldings, routes } from "@abwab/contract";
import { formatDate, formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { type Column, ListTable } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { personalMessages } from "./personal-messages.ts";

export const holdingsQuery = queryOptions({
  queryKey: ["personal-data"],
  queryFn: () => api.call(routes.personalHoldings),
});

type Held = PersonalHoldings["editions"][number];
const kinds = ["contacts", "accreditations", "lists", "operators", "passes"] as const;

/** How much is held, and when it goes by itself. */
export function Holdings() {
  const t = useMessages(personalMessages);
  const { language } = useLanguage();
  const holdings = useQuery(holdingsQuery);
  const columns: Column<Held>[] = [
    {
      key: "edition",
      value: ({ edition }) => edition,
      title: t("edition"),
      cell: ({ edition }) => <bdi>{edition}</bdi>,
    },
    ...kinds.map((kind) => ({
      key: kind,
      value: (held: Held) => held[kind],
      title: t(kind),
      cell: (held: Held) => formatNumber(held[kind], language),
    })),
    {
      key: "purgedOn",
      value: ({ purgedOn }) => purgedOn ?? "",
      title: t("purgedOn"),
      cell: ({ purgedOn }) => (purgedOn === null ? "—" : formatDate(purgedOn, language)),
    },
  ];
  return (
    <section aria-labelledby="holdings-title">
      <Title order={2} size="h4" id="holdings-title" mt="lg" mb="xs">
        {t("holdings")}
      </Title>
      <ProblemAlert error={holdings.error} retry={() => void holdings.refetch()} />
      {holdings.data && (
        <>
          <Text c="dimmed" mb="sm">
            {t("accounts", {
              accounts: formatNumber(holdings.data.accounts, language),
              invitations: formatNumber(holdings.data.invitations, language),
            })}
          </Text>
          <ListTable
            caption={t("holdings")}
            columns={columns}
            rows={holdings.data.editions}
            keyOf={({ edition }) => edition}
          />
        </>
      )}
    </section>
  );
}
