import "@abwab/ui/styles.css";
import "./styles.css";
import { AbwabProvider, createI18n } from "@abwab/ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { pairingMessages } from "../pairing/index.ts";
import { categoryMessages, refusalMessages, scanMessages } from "../scan/index.ts";
import { appMessages } from "./app-messages.ts";
import { App } from "./app.tsx";
import { BrokenBoundary } from "./broken-page.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

const i18n = createI18n([appMessages, pairingMessages, scanMessages, categoryMessages, refusalMessages]);

createRoot(root).render(
  <StrictMode>
    <AbwabProvider i18n={i18n}>
      <BrokenBoundary>
        <App />
      </BrokenBoundary>
    </AbwabProvider>
  </StrictMode>,
);
