import { jest } from "@jest/globals";
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
  const held: boolean[] = [];
  const tally: Tally = {
    choice,
    choose: () => undefined,
    count: (headcount) => counted.push(headcount),
    undo: () => undefined,
    fail: () => undefined,
    pulse: { count: 0, headcount: 1, direction: "in" },
    failed: false,
  };
  render(
    <AbwabProvider i18n={createI18n([scanMessages, categoryMessages], "ar")}>
      <Door tally={tally} onHold={() => held.push(true)} />
    </AbwabProvider>,
  );
  return { counted, held, door: screen.getByRole("button") };
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

  it("asks how many more when the finger stays, and counts the one all the same", () => {
    jest.useFakeTimers();
    const { counted, held, door } = showDoor();
    touch(door);
    jest.advanceTimersByTime(1_000);
    fireEvent(door, new MouseEvent("pointerup", { bubbles: true }));
    expect([counted, held]).toEqual([[1], [true]]);
    touch(door);
    fireEvent(door, new MouseEvent("pointerup", { bubbles: true }));
    jest.advanceTimersByTime(1_000);
    expect([counted, held]).toEqual([[1, 1], [true]]);
    jest.useRealTimers();
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
