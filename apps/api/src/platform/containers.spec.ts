import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { readConfiguration, settingNames } from "./configuration.ts";

interface Container {
  build?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  depends_on?: Record<string, { condition: string }> | string[];
  healthcheck?: { test: string[] };
  command?: string[];
  read_only?: boolean;
  volumes?: string[];
}

const root = path.resolve(import.meta.dirname, "../../../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const { services, volumes } = parse(read("docker-compose.yml"), { merge: true }) as {
  services: Record<string, Container>;
  volumes: Record<string, unknown>;
};
const containers = Object.entries(services);
const servers = containers.filter(([, { build }]) => build !== undefined);
const inProfile = (profile: string | undefined): string[] =>
  containers.filter(([, { profiles }]) => profiles?.[0] === profile).map(([name]) => name);
/** What a value becomes where nothing is set, and what where each name is set to `given`. */
const filledIn = (text: string, given = ""): string =>
  text.replaceAll(/\$\{\w+(?::([-?])([^}]*))?\}/g, (_, kind: string, fallback: string) =>
    given !== "" || kind !== "-" ? given : fallback,
  );

test("one server by default; three behind Caddy in the profile scale", () => {
  expect(inProfile(undefined)).toEqual(["postgres", "api"]);
  expect(inProfile("scale")).toEqual(["api-1", "api-2", "api-3", "caddy"]);
  expect(services["caddy"]?.depends_on).toEqual(["api-1", "api-2", "api-3"]);
});

test.each(containers)("%s has a health check, and every volume it names is declared", (_, container) => {
  const test = container.healthcheck?.test ?? [];
  expect(test[0]).toBe("CMD");
  expect(test.filter((word) => typeof word !== "string")).toEqual([]);
  const named = (container.volumes ?? [])
    .map((each) => each.split(":")[0] ?? "")
    .filter((each) => !each.startsWith("."));
  expect(Object.keys(volumes)).toEqual(expect.arrayContaining(named));
});

test.each(servers)("%s starts with settings that the service knows, and writes nowhere", (_, container) => {
  const environment = container.environment ?? {};
  expect(settingNames).toEqual(expect.arrayContaining(Object.keys(environment)));
  const left = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      filledIn(value, value.includes(":?") ? "a@b.example" : ""),
    ]),
  );
  expect(() => readConfiguration(left)).not.toThrow();
  expect(container.read_only).toBe(true);
});

test("no value is a secret: passwords and tokens come from outside, and without them nothing starts", () => {
  const secrets = containers.flatMap(([, { environment }]) =>
    Object.entries(environment ?? {}).filter(([name]) => /PASSWORD|TOKEN|SECRET|KEY|DATABASE_URL/.test(name)),
  );
  expect(secrets.length).toBeGreaterThan(0);
  for (const [name, value] of secrets) {
    expect([name, value]).toEqual([name, expect.stringMatching(/^[^$]*\$\{\w+:(\?[^}]+|-)\}[^$]*$/)]);
    const rest = filledIn(value).replace("postgresql://abwab:@postgres:5432/abwab", "");
    expect([name, rest]).toEqual([name, ""]);
  }
  expect(read("docker-compose.yml")).not.toMatch(/[A-Za-z0-9_-]{32,}/);
});

test("ports fit: what is published, checked, balanced and exposed is where the service listens", () => {
  const port = /^ENV .*\bPORT=(\d+)/m.exec(read("Dockerfile"))?.[1];
  expect(read("Dockerfile")).toContain(`EXPOSE ${port}`);
  expect(services["api"]?.ports?.map((each) => filledIn(each))).toEqual([`${port}:${port}`]);
  for (const [, { healthcheck, profiles, ports }] of servers) {
    expect(healthcheck?.test.join(" ")).toContain(`http://127.0.0.1:${port}/health/ready`);
    // Nobody gets past the balancer, whose word on the client's address is taken.
    if (profiles !== undefined) expect(ports).toBeUndefined();
  }
  const balanced = /\{\$SERVERS:([^}]+)\}/.exec(read("deploy/Caddyfile"))?.[1]?.split(" ");
  expect(balanced).toEqual(
    inProfile("scale")
      .filter((name) => name !== "caddy")
      .map((name) => `${name}:${port}`),
  );
});

test("PostgreSQL has connections for all servers at once", () => {
  const perServer = readConfiguration({ DATABASE_URL: "postgresql://h/d" }).ABWAB_POOL_SIZE;
  const limit = /max_connections=(\d+)/.exec(services["postgres"]?.command?.join(" ") ?? "")?.[1] ?? "100";
  expect(servers.length * perServer).toBeLessThan(Number(limit) - 10);
});
