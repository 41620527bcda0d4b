import { plainArray, textArray } from "./array-literal.ts";

test("text is quoted so that nothing in it ends its element", () => {
  expect(textArray(['a"b', String.raw`c\d`, "{e,f}", null, "NULL", ""])).toBe(
    String.raw`{"a\"b","c\\d","{e,f}",NULL,"NULL",""}`,
  );
});

test("numbers and words of our own need no quotes", () => {
  expect(plainArray([1, "in", true, null])).toBe("{1,in,true,NULL}");
});
