import { DirectionProvider, MantineProvider, useDirection } from "@mantine/core";
import type { i18n } from "i18next";
import { useLayoutEffect, type ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { directionOf, isLanguage } from "../i18n/languages.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { theme } from "./theme.ts";

export interface AbwabProviderProps {
  i18n: i18n;
  children: ReactNode;
}

/** Theme, language and direction for everything below it. */
export function AbwabProvider({ i18n, children }: AbwabProviderProps) {
  const initial = isLanguage(i18n.language) ? directionOf(i18n.language) : "rtl";
  return (
    <I18nextProvider i18n={i18n}>
      <DirectionProvider initialDirection={initial} detectDirection={false}>
        <MantineProvider theme={theme} forceColorScheme="light">
          <DirectionFollowsLanguage />
          {children}
        </MantineProvider>
      </DirectionProvider>
    </I18nextProvider>
  );
}

function DirectionFollowsLanguage() {
  const { direction } = useLanguage();
  const { setDirection } = useDirection();
  useLayoutEffect(() => setDirection(direction), [direction, setDirection]);
  return null;
}
