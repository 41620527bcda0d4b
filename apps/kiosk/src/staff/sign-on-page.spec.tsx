import { createI18n } from "@abwab/ui";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { SignOnPage } from "./sign-on-page.tsx";
import { staffMessages } from "./staff-messages.ts";

const show = (locked?: string) =>
  render(
    <I18nextProvider i18n={createI18n([staffMessages], "fr")}>
      <SignOnPage locked={locked} />
    </I18nextProvider>,
  );

describe("SignOnPage", () => {
  it("takes a PIN by its keys and hides the digits", async () => {
    show();
    for (const digit of "1203") await userEvent.click(screen.getByRole("button", { name: digit }));
    await userEvent.click(screen.getByRole("button", { name: "Effacer le dernier chiffre" }));
    expect(screen.getByLabelText("PIN")).toHaveValue("120");
    expect(screen.getByLabelText("PIN")).toHaveAttribute("type", "password");
  });

  it("offers nothing before a PIN has four digits", async () => {
    show();
    const submit = screen.getByRole("button", { name: "Prendre le poste" });
    for (const digit of "123") await userEvent.click(screen.getByRole("button", { name: digit }));
    expect(submit).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "4" }));
    expect(submit).toBeEnabled();
  });

  it("asks who locked it for nothing but their PIN, and lets somebody else take over", async () => {
    show("A7");
    expect(screen.queryByLabelText("Votre code ou votre badge")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Une autre personne prend le poste" }));
    expect(screen.getByLabelText("Votre code ou votre badge")).toBeVisible();
  });

  it("asks for no PIN where a badge was typed", async () => {
    show();
    await userEvent.type(screen.getByLabelText("Votre code ou votre badge"), "0123-4567-89AB");
    expect(screen.queryByLabelText("PIN")).toBeNull();
  });
});
