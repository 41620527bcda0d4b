import { ClockOffset, type Moment } from "./clock-offset.ts";

const HOUR = 3_600_000;

/** An instant at which the clock had been set by so much. */
const at = (clock: number, setBy = 0): Moment => ({ clock, steady: clock - setBy });

describe("ClockOffset (E6)", () => {
  it("takes the answer to be written half a round trip ago", () => {
    expect(new ClockOffset().measure({ sent: at(1_000), received: at(1_400), serverTime: 1_100 })).toBe(100);
  });

  it("believes the quickest exchange", () => {
    const offset = new ClockOffset();
    offset.measure({ sent: at(1_000), received: at(1_020), serverTime: 1_010 });
    expect(offset.measure({ sent: at(5_000), received: at(7_000), serverTime: 5_100 })).toBe(0);
  });

  it("notices that somebody has set the clock", () => {
    const offset = new ClockOffset();
    offset.measure({ sent: at(1_000), received: at(1_020), serverTime: 1_010 });
    expect(offset.measure({ sent: at(3_602_000, HOUR), received: at(3_602_400, HOUR), serverTime: 2_200 })).toBe(
      3_600_000,
    );
  });

  it("knows nothing before the first exchange", () => {
    expect(new ClockOffset().at(at(1_000))).toBeUndefined();
  });

  it("knows nothing any more once somebody has set the clock", () => {
    const offset = new ClockOffset();
    offset.measure({ sent: at(1_000), received: at(1_020), serverTime: 1_010 });
    expect(offset.at(at(90_000_000))).toBe(0);
    expect(offset.at(at(HOUR + 1_030, HOUR))).toBeUndefined();
    expect(offset.at(at(1_030 - HOUR, -HOUR))).toBeUndefined();
  });

  it("believes no exchange during which the clock was set", () => {
    const offset = new ClockOffset();
    offset.measure({ sent: at(1_000), received: at(1_020), serverTime: 1_010 });
    const sample = { sent: at(2_000), received: at(2_020 + HOUR, HOUR), serverTime: 2_010 };
    expect(offset.measure(sample)).toBeUndefined();
    expect(offset.at(sample.received)).toBeUndefined();
  });
});
