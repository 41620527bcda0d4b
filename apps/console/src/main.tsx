import { AbwabProvider, createI18n } from "@abwab/ui";
import "@abwab/ui/styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { allMessages } from "./app/all-messages.ts";
import { createQueryClient } from "./app/query-client.ts";
import { reloadWhenReplaced } from "./app/reload-when-replaced.ts";
import { createRouter } from "./app/router.tsx";
import "./app/styles.css";

reloadWhenReplaced();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <AbwabProvider i18n={createI18n(allMessages)}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={createRouter()} />
      </QueryClientProvider>
    </AbwabProvider>
  </StrictMode>,
);
