import { CookieHolder, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { Secret, TOTP } from "otpauth";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { signIn, startTestApi, type TestApi } from "../support/test-api.ts";

const PASSWORD = "correct horse battery";
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

async function addPerson() {
  const root = await api.as("administrator");
  const email = `${crypto.randomUUID()}@example.ma`;
  const { id } = await root.call(routes.createPerson, {
    body: { email, name: "Amal", role: "organiser", password: PASSWORD },
  });
  return { root, id, email, client: await signIn(api.url, { email, password: PASSWORD }) };
}

/** Somebody whose authenticator was confirmed, with what makes its codes. */
async function enrolled() {
  const person = await addPerson();
  const { secret } = await person.client.call(routes.offerSecondFactor, { body: { password: PASSWORD } });
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const { recoveryCodes } = await person.client.call(routes.confirmSecondFactor, { body: { code: totp.generate() } });
  // The next code: that of now confirmed.
  const next = (steps = 1) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  return { ...person, recoveryCodes, next };
}

const signInWith = (email: string, code?: string, password = PASSWORD) => {
  const client = createClient({ baseUrl: api.url, cookie: new CookieHolder() });
  return client.call(routes.signIn, { body: { email, password, ...(code !== undefined && { code }) } });
};

describe("a second factor", () => {
  it("is asked for once it was confirmed, and not while it is only offered", async () => {
    const { client, email } = await addPerson();
    await client.call(routes.offerSecondFactor, { body: { password: PASSWORD } });
    await signInWith(email);
    expect(await client.call(routes.secondFactor)).toEqual({ enrolledAt: null, recoveryCodesLeft: 0 });
    const { email: other, next } = await enrolled();
    expect(await refusal(signInWith(other))).toBe("second_factor_required");
    expect((await signInWith(other, next())).user.email).toBe(other);
  });

  it("tells nobody without the password that there is one", async () => {
    const { email, next } = await enrolled();
    expect(await refusal(signInWith(email, undefined, "not the password"))).toBe("bad_credentials");
    expect(await refusal(signInWith(email, next(), "not the password"))).toBe("bad_credentials");
  });

  it("opens once with each code, however many bring it at once", async () => {
    const { email, next } = await enrolled();
    const code = next();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => signInWith(email, code)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusal(signInWith(email, code))).toBe("bad_credentials");
  });

  it("is replaced by a recovery code, each once and however it is typed", async () => {
    const { client, email, recoveryCodes } = await enrolled();
    const [first = "", second = ""] = recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    const typed = first.toLowerCase().replaceAll("-", " ");
    const outcomes = await Promise.allSettled([typed, first, first].map((code) => signInWith(email, code)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await signInWith(email, second);
    expect(await client.call(routes.secondFactor)).toMatchObject({ recoveryCodesLeft: 8 });
  });

  it("can't be guessed: ten wrong codes end the guessing for a while, also for the right one", async () => {
    const { email, next } = await enrolled();
    const guesses = await Promise.all(Array.from({ length: 14 }, () => refusal(signInWith(email, "000000"))));
    expect(guesses.filter((code) => code === "bad_credentials")).toHaveLength(10);
    expect(await refusal(signInWith(email, next()))).toBe("too_many_attempts");
  });

  it("ends the sessions that began without it, but for the one that confirmed it", async () => {
    const { client, email } = await addPerson();
    const elsewhere = await signIn(api.url, { email, password: PASSWORD });
    const { secret } = await client.call(routes.offerSecondFactor, { body: { password: PASSWORD } });
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await client.call(routes.confirmSecondFactor, { body: { code } });
    expect(await refusal(elsewhere.call(routes.me))).toBe("unauthenticated");
    expect((await client.call(routes.me)).user.email).toBe(email);
  });

  it("is confirmed by nothing but its code, and offered and removed by nobody without the password", async () => {
    const { client } = await addPerson();
    expect(await refusal(client.call(routes.confirmSecondFactor, { body: { code: "123456" } }))).toBe("not_found");
    expect(await refusal(client.call(routes.offerSecondFactor, { body: { password: "wrong" } }))).toBe(
      "bad_credentials",
    );
    await client.call(routes.offerSecondFactor, { body: { password: PASSWORD } });
    expect(await refusal(client.call(routes.confirmSecondFactor, { body: { code: "12345x" } }))).toBe(
      "bad_credentials",
    );
  });

  it("is removed with the password and a code, and then not asked for", async () => {
    const { client, email, next } = await enrolled();
    expect(await refusal(client.call(routes.offerSecondFactor, { body: { password: PASSWORD } }))).toBe(
      "already_exists",
    );
    const remove = (password: string, code: string) =>
      refusal(client.call(routes.removeSecondFactor, { body: { password, code } }));
    expect([await remove("wrong", next()), await remove(PASSWORD, "000000")]).toEqual([
      "bad_credentials",
      "bad_credentials",
    ]);
    await client.call(routes.removeSecondFactor, { body: { password: PASSWORD, code: next() } });
    await signInWith(email);
  });

  it("that was lost is taken away by an administrator, which signs the person out", async () => {
    const { root, id, email, client } = await enrolled();
    expect((await root.call(routes.listPeople, { query: { limit: 500 } })).items).toContainEqual(
      expect.objectContaining({ id, secondFactor: true }),
    );
    await root.call(routes.resetSecondFactor, { params: { id } });
    expect(await refusal(client.call(routes.me))).toBe("unauthenticated");
    await signInWith(email);
    expect(await refusal(root.call(routes.resetSecondFactor, { params: { id } }))).toBe("not_found");
  });

  it("P2 stands on the trail without its secret, of which recovery codes are kept as hashes", async () => {
    const { email, recoveryCodes } = await enrolled();
    const events = await queryDatabase<{ action: string }>(
      api.database,
      `select action from audit_event where subject = 'person ${email}' order by at, id`,
    );
    expect(events.map(({ action }) => action)).toEqual(["person.create", "person.enrol-second-factor"]);
    const stored = await queryDatabase<{ length: number }>(
      api.database,
      "select octet_length(hash) as length from second_factor, unnest(recovery) as hash",
    );
    expect([recoveryCodes.length, ...new Set(stored.map(({ length }) => length))]).toEqual([10, 32]);
  });
});

describe("sessions", () => {
  it("are listed with where they are, and ended by their owner alone", async () => {
    const { client, email } = await addPerson();
    const other = await addPerson();
    const elsewhere = await signIn(api.url, { email, password: PASSWORD });
    const { items } = await client.call(routes.listSessions);
    expect(items.map(({ current }) => current)).toEqual([false, true]);
    const id = items[0]?.id ?? "";
    expect(await refusal(other.client.call(routes.endSession, { params: { id } }))).toBe("not_found");
    await client.call(routes.endSession, { params: { id } });
    expect(await refusal(elsewhere.call(routes.me))).toBe("unauthenticated");
    expect((await client.call(routes.listSessions)).items).toHaveLength(1);
  });
});
