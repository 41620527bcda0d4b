import { documentLocale, showPassCode, type Accreditation, type Edition } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Menu } from "@mantine/core";
import { IconBan, IconCircleCheck, IconEdit, IconId, IconPrinter } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";
import { ListTable, type Column } from "../app/list-table.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { mediaMessages } from "./media-messages.ts";
import { badgePrintUrl } from "./media-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

export type AccreditationTask =
  | { kind: "accredit" }
  | { kind: "issued" | "change" | "pass" | "end"; accreditation: Accreditation };

export interface AccreditationTableProps {
  edition: Edition;
  accreditations: readonly Accreditation[];
  mayAccredit: boolean;
  onTask: (task: AccreditationTask) => void;
}

export function AccreditationTable({ edition, accreditations, mayAccredit, onTask }: AccreditationTableProps) {
  const t = useMessages(mediaMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const columns: Column<Accreditation>[] = [
    {
      key: "holder",
      value: ({ holder }) => holder ?? t("holderPurged"),
      title: t("holder"),
      cell: ({ holder }) => (holder === null ? <em>{t("holderPurged")}</em> : <bdi>{holder}</bdi>),
    },
    {
      key: "duty",
      value: ({ duty }) => duty,
      title: t("duty"),
      cell: ({ duty }) => (duty === null ? "–" : <bdi>{duty}</bdi>),
    },
    { key: "outlet", value: ({ outlet }) => outlet, title: t("outlet"), cell: ({ outlet }) => <bdi>{outlet}</bdi> },
    {
      key: "badge",
      value: ({ passCode }) => showPassCode(passCode),
      title: t("badge"),
      cell: ({ passCode }) => (
        <bdi dir="ltr" className="pass-code-link">
          {showPassCode(passCode)}
        </bdi>
      ),
    },
    {
      key: "state",
      value: ({ revokedAt }) => t(revokedAt === null ? "valid" : "ended"),
      title: t("state"),
      cell: ({ revokedAt }) =>
        revokedAt === null ? (
          <Badge color="forest" leftSection={<IconCircleCheck size="1.15em" aria-hidden />}>
            {t("valid")}
          </Badge>
        ) : (
          <Badge color="clay" leftSection={<IconBan size="1.15em" aria-hidden />}>
            {t("ended")}
          </Badge>
        ),
    },
    {
      key: "since",
      value: ({ createdAt }) => localMoment(createdAt, edition.timeZone),
      minor: true,
      title: t("since"),
      cell: ({ createdAt }) => formatDate(createdAt, language, "short", edition.timeZone),
    },
  ];
  return (
    <ListTable
      caption={t("accreditations")}
      columns={columns}
      rows={accreditations}
      keyOf={({ id }) => id}
      menu={(accreditation) => (
        <RowMenu of={accreditation.holder ?? accreditation.outlet}>
          {accreditation.revokedAt === null &&
            documentLocale.options.map((locale) => (
              <Menu.Item
                key={locale}
                component="a"
                href={badgePrintUrl(edition.slug, accreditation.id, locale)}
                target="_blank"
                leftSection={<IconPrinter size={17} aria-hidden />}
              >
                {t("print", { language: app(documentLanguageTexts[locale]) })}
              </Menu.Item>
            ))}
          <Menu.Item
            leftSection={<IconId size={17} aria-hidden />}
            onClick={() => onTask({ kind: "pass", accreditation })}
          >
            {t("showPass")}
          </Menu.Item>
          {mayAccredit && accreditation.revokedAt === null && (
            <>
              <Menu.Item
                leftSection={<IconEdit size={17} aria-hidden />}
                onClick={() => onTask({ kind: "change", accreditation })}
              >
                {t("changeBadge")}
              </Menu.Item>
              <Menu.Item
                color="clay"
                leftSection={<IconBan size={17} aria-hidden />}
                onClick={() => onTask({ kind: "end", accreditation })}
              >
                {t("end")}
              </Menu.Item>
            </>
          )}
        </RowMenu>
      )}
    />
  );
}
