import { routes, type Edition, type ImportMapping } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Button, Text } from "@mantine/core";
import { IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { importMessages } from "./import-messages.ts";
import { mappingsQuery } from "./import-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

/** How lists with certain titles were read the last time. */
export function MappingsPanel({ edition: { slug, timeZone } }: { edition: Edition }) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const mappings = useQuery(mappingsQuery(slug));
  const [forgetting, setForgetting] = useState<ImportMapping>();
  const columns: Column<ImportMapping>[] = [
    {
      key: "titles",
      value: ({ titles }) => titles.join(", "),
      title: t("mappingTitles"),
      cell: (mapping) => <Titles of={mapping} />,
    },
    { key: "subject", value: ({ subject }) => t(subject), title: t("holds"), cell: ({ subject }) => t(subject) },
    {
      key: "used",
      value: ({ usedAt }) => localMoment(usedAt, timeZone),
      title: t("usedAt"),
      cell: ({ usedAt }) => formatDate(usedAt, language, "medium", timeZone),
    },
  ];
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("mappingsHint")}
      </Text>
      <ProblemAlert error={mappings.error} retry={() => void mappings.refetch()} />
      {!mappings.data && !mappings.error && <PageSkeleton />}
      {mappings.data?.length === 0 && <Text c="dimmed">{t("noMappings")}</Text>}
      {mappings.data && mappings.data.length > 0 && (
        <ListTable
          caption={t("mappings")}
          columns={columns}
          rows={mappings.data}
          keyOf={({ id }) => id}
          menu={(mapping) => (
            <Button
              variant="subtle"
              color="clay"
              size="compact-md"
              leftSection={<IconTrashX size={17} aria-hidden />}
              onClick={() => setForgetting(mapping)}
            >
              {t("forget")}
            </Button>
          )}
        />
      )}
      {forgetting && (
        <ConfirmDialog
          title={t("forgetTitle")}
          text={t("forgetText")}
          submit={t("forget")}
          act={() => api.call(routes.forgetImportMapping, { params: { slug, id: forgetting.id } })}
          refresh={mappingsQuery(slug).queryKey}
          onClose={() => setForgetting(undefined)}
        />
      )}
    </>
  );
}

function Titles({ of: { titles, fields } }: { of: ImportMapping }) {
  const t = useMessages(importMessages);
  return (
    <ul className="mapping-titles">
      {titles.map((title, column) => {
        const field = fields[column] ?? "ignore";
        return (
          <li key={column} data-ignored={field === "ignore"}>
            <bdi>{title === "" ? t("untitled") : title}</bdi>
            <span>{t(field)}</span>
          </li>
        );
      })}
    </ul>
  );
}
