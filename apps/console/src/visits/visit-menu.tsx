import { documentLocale, type Edition, type Visit } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Menu } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBan,
  IconCalendarClock,
  IconCertificate,
  IconDotsVertical,
  IconId,
  IconList,
  IconPrinter,
} from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { documentLanguageTexts } from "./document-languages.ts";
import { visitMessages } from "./visit-messages.ts";
import { visitCertificateUrl, visitPrintUrl } from "./visit-queries.ts";

export type VisitAction = "change" | "cancel" | "reinstate" | "pass";

export interface VisitMenuProps {
  edition: Edition;
  visit: Visit;
  /** The organisation's, as it stands in the row. */
  name: string;
  onAct: (action: VisitAction) => void;
}

/** What can be done with a visit. A day has hundreds of menus: one is made when it is first opened. */
export function VisitMenu(props: VisitMenuProps) {
  const app = useMessages(appMessages);
  const [isMade, setMade] = useState(false);
  const label = `${app("actions")}: ${props.name}`;
  if (isMade) return <MadeMenu {...props} label={label} />;
  return (
    <button
      type="button"
      className="visit-menu-button"
      aria-haspopup="menu"
      aria-label={label}
      onClick={() => setMade(true)}
    >
      <IconDotsVertical size={18} aria-hidden />
    </button>
  );
}

function MadeMenu({ edition, visit, label, onAct }: VisitMenuProps & { label: string }) {
  const t = useMessages(visitMessages);
  const app = useMessages(appMessages);
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    // It takes the place of the button that was pressed, and the focus: the menu gives it back here.
    button.current?.focus();
    setOpened(true);
  }, []);
  const isCancelled = visit.state === "cancelled";
  return (
    <Menu position="bottom-end" shadow="md" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <button ref={button} type="button" className="visit-menu-button" aria-label={label}>
          <IconDotsVertical size={18} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
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
        {visit.arrived.pupils + visit.arrived.adults > 0 &&
          documentLocale.options.map((locale) => (
            <Menu.Item
              key={locale}
              component="a"
              href={visitCertificateUrl(edition.slug, visit.id, locale)}
              target="_blank"
              leftSection={<IconCertificate size={17} aria-hidden />}
            >
              {t("printCertificate", { language: app(documentLanguageTexts[locale]) })}
            </Menu.Item>
          ))}
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
      </Menu.Dropdown>
    </Menu>
  );
}
