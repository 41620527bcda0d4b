import { AbwabProvider, createI18n } from "@abwab/ui";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { categoryMessages } from "./category-messages.ts";
import { Door } from "./door.tsx";
import { scanMessages } from "./scan-messages.ts";
import type { Tally } from "./use-tally.ts";

/** The door in Arabic, and the headcounts it has counted. */
function showDoor(choice: Tally["choice"] = { direction: "in", category: "public" }) {
  const counted: number[] = [];
  const tally: Tally = {
    choice,
    choose: () => undefined,
    count: (headcount) => counted.push(headcount),
    undo: () => undefined,
    pulse: { count: 0, headcount: 1, direction: "in" },
    failed: false,
  };
  render(
    <AbwabProvider i18n={createI18n([scanMessages, categoryMessages], "ar")}>
      <Door tally={tally} />
    </AbwabProvider>,
  );
  return { counted, door: screen.getByRole("button") };
}

/** The beginning of a touch; jsdom has no pointer events of its own. */
const touch = (door: HTMLElement) => fireEvent(door, new MouseEvent("pointerdown", { bubbles: true, button: 0 }));

describe("the door", () => {
  it("counts one for a touch, not one more for the click that follows it", async () => {
    const { counted, door } = showDoor();
    await userEvent.click(door);
    expect(counted).toEqual([1]);
  });

  it("counts two thumbs in turn, though the second touch begins before the first has ended", () => {
    const { counted, door } = showDoor();
    touch(door);
    touch(door);
    expect(counted).toEqual([1, 1]);
  });

  it("counts one from a keyboard, also after a touch that gave no click", async () => {
    const { counted, door } = showDoor();
    touch(door);
    door.focus();
    await userEvent.keyboard("{Enter}");
    expect(counted).toEqual([1, 1]);
  });

  it("says to a screen reader whom it counts, and which way", () => {
    const { door } = showDoor({ direction: "out", category: "pupils" });
    expect(door).toHaveAccessibleName(/^سجّل خروج شخص واحد، .?التلاميذ.?$/);
  });
});
