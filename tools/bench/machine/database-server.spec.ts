import { refuseUnlessDurable } from "./database-server.ts";

test.each([
  { fsync: "off", synchronousCommit: "on" },
  { fsync: "on", synchronousCommit: "off" },
  { fsync: "on", synchronousCommit: "local" },
])("nothing is measured with %j", (settings) => {
  expect(() => refuseUnlessDurable(settings)).toThrow(/both must be on/);
});

test("what reaches the disk is measured", () => {
  expect(() => refuseUnlessDurable({ fsync: "on", synchronousCommit: "on" })).not.toThrow();
});
