import { createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { FirstAdministrator } from "../../apps/api/src/people/first-administrator.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { ADMINISTRATOR, signIn, startTestApi, type TestApi } from "../support/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const PASSWORD = "correct horse battery";
let count = 0;
async function addPerson(role: "viewer" | "administrator" = "viewer") {
  const root = await api.as("administrator");
  const email = `someone-${(count += 1)}@example.ma`;
  const person = await root.call(routes.createPerson, { body: { email, name: "Someone", role, password: PASSWORD } });
  return { root, email, id: person.id };
}

describe("signing in", () => {
  it("takes an e-mail in any case and answers who it is", async () => {
    const client = await signIn(api.url, { ...ADMINISTRATOR, email: ADMINISTRATOR.email.toUpperCase() });
    const { user } = await client.call(routes.me);
    expect(user).toMatchObject({ email: ADMINISTRATOR.email, role: "administrator" });
  });

  it.each([
    ["a wrong password", ADMINISTRATOR.email, "not the password"],
    ["somebody unknown", "nobody@example.ma", "not the password"],
    ["no e-mail at all", "\0", "\0"],
  ])("refuses %s as bad_credentials", async (_, email, password) => {
    expect(await refusal(signIn(api.url, { email, password }))).toBe("bad_credentials");
  });

  it("sets a cookie that scripts and other sites don't get", async () => {
    const response = await fetch(`${api.url}/api/v1/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ADMINISTRATOR),
    });
    expect(response.headers.get("set-cookie")).toMatch(
      /^abwab_session=abs_[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Strict$/,
    );
  });

  it("stores of a session and a password only hashes (P1)", async () => {
    const sessions = await queryDatabase<{ length: number }>(
      api.database,
      "select length(token_hash) as length from session",
    );
    const people = await queryDatabase<{ hash: string }>(api.database, "select password_hash as hash from person");
    expect(sessions.every(({ length }) => length === 32)).toBe(true);
    expect(people.every(({ hash }) => hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"))).toBe(true);
  });

  it("counts each of thirty wrong passwords sent at once and then answers 429", async () => {
    const { email } = await addPerson();
    const codes = await Promise.all(
      Array.from({ length: 30 }, () => refusal(signIn(api.url, { email, password: "wrong password" }))),
    );
    expect(codes.filter((code) => code === "bad_credentials")).toHaveLength(20);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(10);
    expect(await refusal(signIn(api.url, { email, password: PASSWORD }))).toBe("too_many_attempts");
  });

  it("spends nothing on right passwords, however many come at once", async () => {
    const { email } = await addPerson();
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 8 }, () => signIn(api.url, { email, password: PASSWORD })));
    }
    const rows = await queryDatabase<{ failures: number }>(
      api.database,
      "select failures from guess_limit where key like '%127.0.0.1'",
    );
    expect(Math.min(...rows.map((row) => row.failures))).toBe(0);
  });
});

describe("a session", () => {
  it("ends with signing out", async () => {
    const client = await api.as("viewer");
    await client.call(routes.signOut);
    expect(await refusal(client.call(routes.me))).toBe("unauthenticated");
  });

  it("of others ends when somebody changes their password, the own one stays", async () => {
    const { email } = await addPerson();
    const [here, elsewhere] = [
      await signIn(api.url, { email, password: PASSWORD }),
      await signIn(api.url, { email, password: PASSWORD }),
    ];
    await here.call(routes.changePassword, { body: { current: PASSWORD, password: "another long password" } });
    expect((await here.call(routes.me)).user.email).toBe(email);
    expect(await refusal(elsewhere.call(routes.me))).toBe("unauthenticated");
    expect(await refusal(signIn(api.url, { email, password: PASSWORD }))).toBe("bad_credentials");
  });

  it.each([{ role: "organiser" as const }, { password: "another long password" }])(
    "ends when an administrator changes %j",
    async (patch) => {
      const { root, id, email } = await addPerson();
      const client = await signIn(api.url, { email, password: PASSWORD });
      await root.call(routes.changePerson, { params: { id }, body: patch });
      expect(await refusal(client.call(routes.me))).toBe("unauthenticated");
    },
  );

  it("ends when its person is removed", async () => {
    const { root, id, email } = await addPerson();
    const client = await signIn(api.url, { email, password: PASSWORD });
    await root.call(routes.removePerson, { params: { id } });
    expect(await refusal(client.call(routes.me))).toBe("unauthenticated");
  });
});

describe("people", () => {
  it("get a password made for them, shown once", async () => {
    const root = await api.as("administrator");
    const body = { email: "Given@Example.ma", name: "Given", role: "viewer" } as const;
    const { password } = await root.call(routes.createPerson, { body });
    const client = await signIn(api.url, { email: "given@example.ma", password: password ?? "" });
    expect((await client.call(routes.me)).user.email).toBe("given@example.ma");
  });

  it("have an e-mail each", async () => {
    const { root, email } = await addPerson();
    const body = { email: email.toUpperCase(), name: "Twin", role: "viewer" } as const;
    expect(await refusal(root.call(routes.createPerson, { body }))).toBe("already_exists");
  });

  it("are administrators' business", async () => {
    const organiser = await api.as("organiser");
    expect(await refusal(organiser.call(routes.listPeople))).toBe("forbidden");
  });

  it("page without gaps or doubles", async () => {
    const { root } = await addPerson();
    const all = await root.call(routes.listPeople, { query: { limit: 500 } });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await root.call(routes.listPeople, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map((person) => person.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(all.items.map((person) => person.id));
  });

  it("keep one administrator when the last two demote and remove each other at once", async () => {
    await using own = await startTestApi();
    const root = await own.as("administrator");
    const body = { email: "second@example.ma", name: "Second", role: "administrator", password: PASSWORD } as const;
    const second = await root.call(routes.createPerson, { body });
    const first = (await root.call(routes.me)).user;
    const other = await signIn(own.url, { email: body.email, password: PASSWORD });
    const outcomes = await Promise.allSettled([
      root.call(routes.changePerson, { params: { id: second.id }, body: { role: "viewer" } }),
      other.call(routes.removePerson, { params: { id: first.id } }),
    ]);
    const [left] = await queryDatabase<{ count: string }>(
      own.database,
      "select count(*) from person where role = 'administrator'",
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(Number(left?.count)).toBe(1);
  });
});

describe("an API token", () => {
  it("may what its role may, in its edition only, until it is removed", async () => {
    const root = await api.as("administrator");
    const names = { ar: "أ", fr: "f", en: "e" };
    for (const slug of ["token-one", "token-two"]) {
      const days = [{ date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" }];
      await root.call(routes.createEdition, { body: { slug, names, city: "c", venue: "v", timeZone: "UTC", days } });
    }
    const body = { name: "turnstiles", role: "administrator", edition: "token-one" } as const;
    const { id, token } = await root.call(routes.createApiToken, { body });
    const client = createClient({ baseUrl: api.url, token });
    expect((await client.call(routes.listEditions)).items.map((edition) => edition.slug)).toEqual(["token-one"]);
    expect(await refusal(client.call(routes.getEdition, { params: { slug: "token-two" } }))).toBe("forbidden");
    expect(await refusal(client.call(routes.listPeople))).toBe("forbidden");
    expect(await refusal(client.call(routes.createApiToken, { body: { name: "more", role: "administrator" } }))).toBe(
      "forbidden",
    );
    await root.call(routes.removeApiToken, { params: { id } });
    expect(await refusal(client.call(routes.listEditions))).toBe("unauthenticated");
  });

  it("is not made to be over already", async () => {
    const root = await api.as("administrator");
    const body = { name: "late", role: "viewer", expiresAt: "2020-01-01T00:00:00Z" } as const;
    expect(await refusal(root.call(routes.createApiToken, { body }))).toBe("invalid");
  });
});

describe("the audit trail", () => {
  it("says who changed what, from where, before and after, and no secret (P2)", async () => {
    const { root, id, email } = await addPerson();
    await root.call(routes.changePerson, {
      params: { id },
      body: { name: "Renamed", password: "yet another password" },
    });
    const [event] = await queryDatabase(
      api.database,
      `select actor_name, action, address, before, after from audit_event where subject = $1 order by id desc limit 1`,
      [`person ${email}`],
    );
    expect(event).toEqual({
      actor_name: ADMINISTRATOR.email,
      action: "person.change",
      address: "127.0.0.1",
      before: { name: "Someone" },
      after: { name: "Renamed", password: "another" },
    });
  });

  it("is read by administrators, the latest first, page by page (P2)", async () => {
    const { root } = await addPerson();
    const first = await root.call(routes.listAudit, { query: { limit: 2 } });
    const second = await root.call(routes.listAudit, { query: { limit: 2, cursor: first.nextCursor ?? "" } });
    const ids = [...first.items, ...second.items].map((event) => event.id);
    expect(ids).toHaveLength(4);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(await refusal((await api.as("organiser")).call(routes.listAudit))).toBe("forbidden");
  });
});

describe("behind https", () => {
  it("the cookie is bound to this host and to https", async () => {
    await using own = await startTestApi({ ABWAB_PUBLIC_URL: "https://count.example.ma" });
    const response = await fetch(`${own.url}/api/v1/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ADMINISTRATOR),
    });
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^__Host-abwab_session=abs_[\w-]{43}; Path=\/; .*; Secure$/);
    const me = await fetch(`${own.url}/api/v1/auth/me`, { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(me.status).toBe(200);
  });
});

describe("the first administrator", () => {
  it("is made once when two servers start at once", async () => {
    await using own = await startTestApi();
    await queryDatabase(own.database, "delete from person");
    const service = own.app.nest.get(FirstAdministrator);
    await Promise.all([service.ensure(), service.ensure(), service.ensure()]);
    expect(await queryDatabase(own.database, "select email, role from person")).toEqual([
      { email: ADMINISTRATOR.email, role: "administrator" },
    ]);
  });
});
