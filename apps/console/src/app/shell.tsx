import { LanguageSwitch, Logo, uiMessages, useMessages } from "@abwab/ui";
import { AppShell, Burger } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Link, Outlet, ScrollRestoration, useLocation, useParams } from "react-router";
import { useChosenEdition } from "../editions/chosen-edition.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { AccountMenu } from "./account-menu.tsx";
import { appMessages } from "./app-messages.ts";
import { EditionSwitch } from "./edition-switch.tsx";
import { Navigation } from "./navigation.tsx";
import { PaletteButton } from "../palette/palette-button.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";

const Palette = lazy(() => import("../palette/palette.tsx"));
const AlertWatcher = lazy(() => import("../alerts/alert-watcher.tsx"));

/** What stands round every page: the parts of the console, the edition in view, who is signed in. */
export function Shell() {
  const t = useMessages(appMessages);
  const ui = useMessages(uiMessages);
  const [opened, { toggle, close }] = useDisclosure();
  const edition = useChosenEdition();
  const { pathname } = useLocation();
  const { slug } = useParams();
  const editions = useEditions();
  // An address of an edition that is none, or that this person may not see: no page of it has anything to show.
  const isListed = editions.isFetching || editions.data?.some((each) => each.slug === slug) !== false;
  const isUnknown = slug !== undefined && !isListed;
  const [finding, setFinding] = useState(false);
  const find = () => {
    close();
    setFinding(true);
  };
  // In fields too: it is from within one that a person thinks of looking elsewhere.
  useHotkeys([["mod+K", find]], []);
  const shown = useRef(pathname);
  useEffect(() => {
    close();
    // After a change of page, reading and tabbing go on from its beginning; the first page is left as it loads. A dialog
    // that was opened while the page was still on its way keeps the focus.
    const isInDialog = document.querySelector('[role="dialog"]') !== null;
    if (shown.current !== pathname && !isInDialog) document.getElementById("content")?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname, close]);
  return (
    <AppShell
      header={{ height: { base: 60, md: 0 } }}
      navbar={{ width: 252, breakpoint: "md", collapsed: { mobile: !opened } }}
      padding={0}
      withBorder={false}
    >
      <a href="#content" className="skip-link">
        {t("skipToContent")}
      </a>
      <AppShell.Header hiddenFrom="md" className="shell-header">
        <Burger opened={opened} onClick={toggle} color="#fff" size="sm" aria-label={t("openMenu")} />
        <Link to="/" className="shell-brand">
          <Logo size={34} />
          {ui("product")}
        </Link>
        <span className="shell-tools">
          <PaletteButton onOpen={find} small />
          <LanguageSwitch />
        </span>
      </AppShell.Header>
      <AppShell.Navbar className="shell-navbar">
        <Link to="/" className="shell-brand shell-brand-large">
          <Logo size={42} />
          {ui("product")}
        </Link>
        {edition && <EditionSwitch chosen={edition} />}
        <PaletteButton onOpen={find} />
        <Navigation slug={edition?.slug} onChoose={close} />
        <div className="shell-foot">
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </AppShell.Navbar>
      {edition && (
        <Suspense fallback={null}>
          <AlertWatcher key={edition.slug} slug={edition.slug} />
        </Suspense>
      )}
      {finding && (
        <Suspense fallback={null}>
          <Palette onClose={() => setFinding(false)} />
        </Suspense>
      )}
      <ScrollRestoration />
      <AppShell.Main id="content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>{isUnknown ? <NotFoundPage /> : <Outlet />}</Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
