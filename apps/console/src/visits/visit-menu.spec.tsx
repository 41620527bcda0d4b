import type { Edition, Visit } from "@abwab/contract";
import { AbwabProvider, createI18n } from "@abwab/ui";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { VisitMenu, type VisitAction } from "./visit-menu.tsx";
import { visitMessages } from "./visit-messages.ts";

const edition = { slug: "open-days" } as Edition;
const visit = {
  id: "0196df00-0000-7000-8000-000000000001",
  organisation: { id: "0196df00-0000-7000-8000-000000000002" },
  passCode: "ABCDEFGHJKMN",
  state: "expected",
  arrived: { pupils: 0, adults: 0, firstAt: null, lastAt: null },
} as Visit;

function showMenu(given: Partial<Visit> = {}) {
  const acted: VisitAction[] = [];
  render(
    <AbwabProvider i18n={createI18n([appMessages, visitMessages], "en")}>
      <MemoryRouter>
        <VisitMenu
          edition={edition}
          visit={{ ...visit, ...given }}
          name="Al Amal"
          onAct={(action) => void acted.push(action)}
        />
      </MemoryRouter>
    </AbwabProvider>,
  );
  return acted;
}
// Its appearance takes a moment, in which it counts as hidden.
const item = (name: string | RegExp) => ({ name, hidden: true });
const button = () => screen.getByRole("button", { name: "Actions: Al Amal" });

it("opens at the first press, and takes the keyboard back to its button when it closes", async () => {
  showMenu();
  await userEvent.click(button());
  expect(await screen.findByRole("menuitem", item("Change slot or numbers"))).toBeInTheDocument();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(button()).toHaveFocus());
});

it("offers a confirmation in each language, and says what is chosen", async () => {
  const acted = showMenu();
  await userEvent.click(button());
  const prints = await screen.findAllByRole("menuitem", item(/Print the confirmation/));
  expect(prints.map((each) => new URL(each.getAttribute("href") ?? "", "http://x").search)).toEqual([
    "?locale=ar",
    "?locale=fr",
    "?locale=en",
  ]);
  await userEvent.click(screen.getByRole("menuitem", item("Cancel the visit")));
  expect(acted).toEqual(["cancel"]);
});

it("prints nothing of a visit that was cancelled, and offers to reinstate it", async () => {
  showMenu({ state: "cancelled", passCode: null });
  await userEvent.click(button());
  await screen.findByRole("menuitem", item("Reinstate the visit"));
  expect(screen.queryByRole("menuitem", item(/Print|Change/))).toBeNull();
});

it("offers a certificate of attendance once somebody has arrived, and not before", async () => {
  showMenu();
  await userEvent.click(button());
  await screen.findByRole("menuitem", item("Show the pass and its crossings"));
  expect(screen.queryByRole("menuitem", item(/certificate/))).toBeNull();
});

it("offers it in each language, also of a visit that was cancelled after some had come", async () => {
  showMenu({ state: "cancelled", arrived: { pupils: 3, adults: 0, firstAt: null, lastAt: null } });
  await userEvent.click(button());
  const links = await screen.findAllByRole("menuitem", item(/^Print the certificate of attendance/));
  expect(links.map((link) => new URL(link.getAttribute("href") ?? "", "http://x").search)).toEqual([
    "?locale=ar",
    "?locale=fr",
    "?locale=en",
  ]);
});
