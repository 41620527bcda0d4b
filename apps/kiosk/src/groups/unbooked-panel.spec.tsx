import type { DeviceOrganisation } from "@abwab/contract";
import { createI18n } from "@abwab/ui";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { admissionMessages } from "../verdict/admission-messages.ts";
import type { Heads } from "../verdict/stage.ts";
import { groupMessages } from "./group-messages.ts";
import { bookingOf, type Unbooked } from "./unbooked.ts";
import { UnbookedPanel } from "./unbooked-panel.tsx";

const ID = "0196df00-0000-7000-8000-000000000001";
const ibnSina: DeviceOrganisation = {
  id: "0196df00-0000-7000-8000-0000000000aa",
  type: "school",
  kind: "public",
  nameAr: "ثانوية ابن سينا",
  nameFr: "Lycée Ibn Sina",
  city: "سطات",
  expectedPupils: 45,
  expectedAdults: 3,
};

function show(given: { organisation?: DeviceOrganisation; name?: string; online?: boolean }) {
  const admitted: [Unbooked, Heads][] = [];
  const first = { id: ID, organisation: given.organisation, name: given.name ?? "", type: "school" as const };
  render(
    <I18nextProvider i18n={createI18n([groupMessages, admissionMessages], "fr")}>
      <UnbookedPanel
        first={first}
        online={given.online ?? true}
        busy={false}
        onAdmit={(group, heads) => admitted.push([group, heads])}
        onBack={() => undefined}
      />
    </I18nextProvider>,
  );
  return admitted;
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));

describe("a group that nobody has booked", () => {
  it("of the registry stands there with the number that is expected of it: one tap books it", async () => {
    const admitted = show({ organisation: ibnSina });
    await press(/Réserver et faire entrer \D*48/);
    expect(admitted.map(([group, heads]) => [bookingOf(group), heads])).toEqual([
      [
        { id: ID, organisationId: ibnSina.id },
        { pupils: 45, adults: 3 },
      ],
    ]);
  });

  it("is booked under the name and as what it says it is", async () => {
    const admitted = show({ name: "Association Avenir" });
    await press("Association");
    await press("30");
    await press(/Réserver et faire entrer \D*30/);
    const [[group] = []] = admitted;
    expect(group && bookingOf(group)).toEqual({ id: ID, name: "Association Avenir", type: "civil_society" });
  });

  it("is counted without its name where there is no network, and the screen says so before", () => {
    show({ organisation: ibnSina, online: false });
    expect(screen.getByText(/Sans réseau, pas de réservation/)).toBeVisible();
    expect(screen.getByRole("button", { name: /Faire entrer \D*48\D* sans nom/ })).toBeEnabled();
  });

  it("is not let in before anybody was counted", () => {
    show({ name: "École" });
    expect(screen.getByRole("button", { name: /faire entrer/ })).toBeDisabled();
  });
});
