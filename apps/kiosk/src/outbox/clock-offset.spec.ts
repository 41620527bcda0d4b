import { ClockOffset } from "./clock-offset.ts";

describe("ClockOffset (E6)", () => {
  it("takes the answer to be written half a round trip ago", () => {
    expect(new ClockOffset().measure({ sentAt: 1_000, receivedAt: 1_400, serverTime: 1_100 })).toBe(100);
  });

  it("believes the quickest exchange", () => {
    const offset = new ClockOffset();
    offset.measure({ sentAt: 1_000, receivedAt: 1_020, serverTime: 1_010 });
    expect(offset.measure({ sentAt: 5_000, receivedAt: 7_000, serverTime: 5_100 })).toBe(0);
  });

  it("notices that somebody has set the clock", () => {
    const offset = new ClockOffset();
    offset.measure({ sentAt: 1_000, receivedAt: 1_020, serverTime: 1_010 });
    expect(offset.measure({ sentAt: 3_602_000, receivedAt: 3_602_400, serverTime: 2_200 })).toBe(3_600_000);
  });

  it("knows nothing before the first exchange", () => {
    expect(new ClockOffset().milliseconds).toBeUndefined();
  });
});
