import { ConfigurationError, readConfiguration } from "./configuration.ts";

const DATABASE_URL = "postgresql://abwab@127.0.0.1/abwab";

test("what is not set has its default", () => {
  expect(readConfiguration({ DATABASE_URL, ABWAB_ADMIN_EMAIL: "" })).toMatchObject({
    PORT: 4870,
    HOST: "127.0.0.1",
    ABWAB_SAMPLE: false,
  });
});

test.each([
  ["an unknown setting", { ABWAB_PROT: "1" }, "ABWAB_PROT"],
  ["a port that is none", { PORT: "many" }, "PORT"],
  ["a database of another make", { DATABASE_URL: "mysql://here" }, "DATABASE_URL"],
  ["a switch that is neither on nor off", { ABWAB_SAMPLE: "yes" }, "ABWAB_SAMPLE"],
])("%s stops the start with its name", (_, settings, name) => {
  expect(() => readConfiguration({ DATABASE_URL, ...settings })).toThrow(ConfigurationError);
  expect(() => readConfiguration({ DATABASE_URL, ...settings })).toThrow(name);
});
