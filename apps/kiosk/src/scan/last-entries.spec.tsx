import { AbwabProvider, createI18n } from "@abwab/ui";
import { render, screen } from "@testing-library/react";
import type { OutboxRecord } from "../outbox/index.ts";
import { categoryMessages } from "./category-messages.ts";
import { LastEntries } from "./last-entries.tsx";
import { scanMessages } from "./scan-messages.ts";

const entry = (changes: Partial<OutboxRecord> = {}): OutboxRecord => ({
  id: "0196df00-0000-7000-8000-000000000001",
  kind: "entry",
  edition: "open-days",
  checkpoint: "P12-A",
  day: "2025-05-17",
  direction: "in",
  category: "pupils",
  headcount: 37,
  madeAt: Date.now(),
  item: {
    id: "0196df00-0000-7000-8000-000000000001",
    direction: "in",
    headcount: 37,
    occurredAt: "2025-05-17T10:00:00Z",
  },
  state: "settled",
  ...changes,
});

function show(record: OutboxRecord) {
  render(
    <AbwabProvider i18n={createI18n([scanMessages, categoryMessages], "fr")}>
      <LastEntries entries={[record]} timeZone="Africa/Casablanca" onUndo={() => undefined} />
    </AbwabProvider>,
  );
}

const undo = () => screen.queryByRole("button", { name: /^Annuler/ });

describe("the last entries", () => {
  it("can be taken back one by one", () => {
    show(entry());
    expect(undo()).toBeInTheDocument();
  });

  it("offer no way back after fifteen minutes, nor for what was taken back or refused", () => {
    show(entry({ madeAt: Date.now() - 16 * 60_000 }));
    show(entry({ voidedBy: "0196df00-0000-7000-8000-000000000002" }));
    show(entry({ state: "refused" }));
    expect(undo()).not.toBeInTheDocument();
  });

  it("say which of them still wait (C4)", () => {
    show(entry({ state: "queued" }));
    expect(screen.getByText(/En attente/)).toBeInTheDocument();
  });
});
