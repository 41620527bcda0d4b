import type { Organisation } from "@abwab/contract";
import { useLanguage, useMessages, organisationName, organisationWords } from "@abwab/ui";
import { Menu } from "@mantine/core";
import { IconEdit, IconTrashX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { ListTable, type Column } from "../app/list-table.tsx";
import type { PagedList } from "../tables/use-whole-list.ts";
import { RowMenu } from "../app/row-menu.tsx";
import { useMay } from "../sign-in/session.ts";
import { useProvinceName } from "./geography.ts";
import { organisationMessages } from "./organisation-messages.ts";
import { OrganisationName } from "./organisation-name.tsx";
import type { OrganisationTask } from "./registry-panel.tsx";
import { usePeopleWords } from "./use-people-words.ts";
import { TypeBadge } from "./type-badge.tsx";

export interface OrganisationTableProps {
  slug: string;
  organisations: readonly Organisation[];
  onTask: (task: OrganisationTask) => void;
  paged: PagedList<Organisation>;
  footer: ReactNode;
}

export function OrganisationTable({ slug, organisations, onTask, paged, footer }: OrganisationTableProps) {
  const t = useMessages(organisationMessages);
  const app = useMessages(appMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const mayRemove = useMay("organiser");
  const provinceName = useProvinceName();
  const peopleWords = usePeopleWords();
  const columns: Column<Organisation>[] = [
    {
      key: "name",
      value: (organisation) => organisationName(organisation, language),
      title: t("name"),
      cell: (organisation) => (
        <Link to={`/organisations/${slug}/${organisation.id}`} className="organisation-link">
          <OrganisationName of={organisation} />
        </Link>
      ),
    },
    {
      key: "type",
      value: ({ type, kind }) => [words(type), kind !== null && words(kind)].filter(Boolean).join(" · "),
      title: t("type"),
      cell: (organisation) => <TypeBadge of={organisation} />,
    },
    {
      key: "city",
      value: ({ city }) => city,
      title: t("city"),
      cell: ({ city }) => (city === null ? "–" : <bdi>{city}</bdi>),
    },
    {
      key: "province",
      value: ({ province }) => (province === null ? null : provinceName(province)),
      title: t("province"),
      cell: ({ province }) => (province === null ? "–" : provinceName(province)),
    },
    {
      key: "expected",
      value: ({ expectedPupils, expectedAdults }) => expectedPupils + expectedAdults,
      title: t("expected"),
      cell: ({ expectedPupils, expectedAdults }) =>
        [
          expectedPupils > 0 && peopleWords("pupilsCount", expectedPupils),
          expectedAdults > 0 && peopleWords("adultsCount", expectedAdults),
        ]
          .filter(Boolean)
          .join(" · ") || "–",
    },
  ];
  return (
    <ListTable
      caption={t("registry")}
      columns={columns}
      rows={organisations}
      keyOf={({ id }) => id}
      paged={paged}
      footer={footer}
      menu={(organisation) => (
        <RowMenu of={organisationName(organisation, language)}>
          <Menu.Item
            leftSection={<IconEdit size={17} aria-hidden />}
            onClick={() => onTask({ kind: "change", organisation })}
          >
            {app("edit")}
          </Menu.Item>
          {mayRemove && (
            <Menu.Item
              color="clay"
              leftSection={<IconTrashX size={17} aria-hidden />}
              onClick={() => onTask({ kind: "remove", organisation })}
            >
              {app("remove")}
            </Menu.Item>
          )}
        </RowMenu>
      )}
    />
  );
}
