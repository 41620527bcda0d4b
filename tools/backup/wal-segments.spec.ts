import { segmentNames } from "./wal-segments.ts";

const MIB = 1024 * 1024;

test("a backup within one segment needs that one", () => {
  expect(segmentNames("00000001000000000000002A", "00000001000000000000002A", 16 * MIB)).toEqual([
    "00000001000000000000002A",
  ]);
});

test("the second part of a name carries over into the first after 4 GiB", () => {
  expect(segmentNames("0000000300000001000000FE", "000000030000000200000001", 16 * MIB)).toEqual([
    "0000000300000001000000FE",
    "0000000300000001000000FF",
    "000000030000000200000000",
    "000000030000000200000001",
  ]);
});

test("segments of another size carry over elsewhere", () => {
  expect(segmentNames("00000001000000000000003F", "000000010000000100000000", 64 * MIB)).toEqual([
    "00000001000000000000003F",
    "000000010000000100000000",
  ]);
});
