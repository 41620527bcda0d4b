import { documentLocale, type Edition, type Visit } from "@abwab/contract";
import { organisationName, useLanguage, useMessages } from "@abwab/ui";
import { Menu } from "@mantine/core";
import { IconArrowBackUp, IconBan, IconCalendarClock, IconId, IconList, IconPrinter } from "@tabler/icons-react";
import { Link } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { RowMenu } from "../app/row-menu.tsx";
import { documentLanguageTexts } from "./document-languages.ts";
import { visitMessages } from "./visit-messages.ts";
import { visitPrintUrl } from "./visit-queries.ts";

export type VisitAction = "change" | "cancel" | "reinstate" | "pass";

export interface VisitMenuProps {
  edition: Edition;
  visit: Visit;
  onAct: (action: VisitAction) => void;
}

/** What can be done with a visit. */
export function VisitMenu({ edition, visit, onAct }: VisitMenuProps) {
  const t = useMessages(visitMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const isCancelled = visit.state === "cancelled";
  return (
    <RowMenu of={organisationName(visit.organisation, language)}>
      {!isCancelled && (
        <>
          <Menu.Item leftSection={<IconCalendarClock size={17} aria-hidden />} onClick={() => onAct("change")}>
            {t("change")}
          </Menu.Item>
          {documentLocale.options.map((locale) => (
            <Menu.Item
              key={locale}
              component="a"
              href={visitPrintUrl(edition.slug, visit.id, locale)}
              target="_blank"
              leftSection={<IconPrinter size={17} aria-hidden />}
            >
              {t("printConfirmation", { language: app(documentLanguageTexts[locale]) })}
            </Menu.Item>
          ))}
        </>
      )}
      {visit.passCode !== null && (
        <Menu.Item leftSection={<IconId size={17} aria-hidden />} onClick={() => onAct("pass")}>
          {t("showPass")}
        </Menu.Item>
      )}
      <Menu.Item
        component={Link}
        to={`/passes/${edition.slug}?organisation=${visit.organisation.id}`}
        leftSection={<IconList size={17} aria-hidden />}
      >
        {t("passesOf")}
      </Menu.Item>
      {isCancelled ? (
        <Menu.Item leftSection={<IconArrowBackUp size={17} aria-hidden />} onClick={() => onAct("reinstate")}>
          {t("reinstate")}
        </Menu.Item>
      ) : (
        <Menu.Item color="clay" leftSection={<IconBan size={17} aria-hidden />} onClick={() => onAct("cancel")}>
          {t("cancelVisit")}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
