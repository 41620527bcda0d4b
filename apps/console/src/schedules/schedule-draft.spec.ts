import { addressesOf } from "./schedule-draft.ts";

test.each([
  ["one a line", "a@example.org\nb@example.org\n"],
  ["by commas, semicolons and blanks", " a@example.org, b@example.org ;"],
  ["by what Arabic has for them", "a@example.org، b@example.org؛"],
])("addresses are parted %s", (_, typed) => {
  expect(addressesOf(typed)).toEqual(["a@example.org", "b@example.org"]);
});
