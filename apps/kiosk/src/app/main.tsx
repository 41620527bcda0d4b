import "@fontsource-variable/readex-pro/wght.css";
import "@abwab/ui/figures.css";
import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { App } from "./app.tsx";
import { BrokenBoundary } from "./broken-page.tsx";
import { kioskI18n } from "./kiosk-i18n.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={kioskI18n}>
      <BrokenBoundary>
        <App />
      </BrokenBoundary>
    </I18nextProvider>
  </StrictMode>,
);
