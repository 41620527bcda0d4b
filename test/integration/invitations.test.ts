import { CookieHolder, createClient } from "@abwab/api-client";
import { allRoutes, type Role, routes } from "@abwab/contract";
import { createHash } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { ADMINISTRATOR, signIn, startTestApi, type TestApi } from "../support/test-api.ts";

const PASSWORD = "correct horse battery";
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const newEmail = () => `${crypto.randomUUID()}@example.ma`;
const stranger = () => {
  const cookie = new CookieHolder();
  return { cookie, client: createClient({ baseUrl: api.url, cookie }) };
};

async function invite(role: Role = "supervisor") {
  const root = await api.as("administrator");
  const email = newEmail();
  const made = await root.call(routes.createInvitation, { body: { email, name: "Salma", role } });
  return { root, ...made };
}
const accept = (token: string, password = PASSWORD, code?: string) =>
  stranger().client.call(routes.acceptInvitation, { body: { token, password, ...(code !== undefined && { code }) } });
const look = (token: string) => stranger().client.call(routes.lookAtInvitation, { body: { token } });
const stateOf = async (id: string) => {
  const { items } = await (await api.as("administrator")).call(routes.listInvitations, { query: {} });
  return items.find((each) => each.id === id)?.state;
};

describe("an invitation", () => {
  it("says whom it is for, takes a password and signs in", async () => {
    const { token, email } = await invite();
    expect(await look(token)).toMatchObject({ kind: "invitation", email, role: "supervisor", codeNeeded: false });
    const { client } = stranger();
    await client.call(routes.acceptInvitation, { body: { token, password: PASSWORD } });
    expect((await client.call(routes.me)).user).toMatchObject({ email, name: "Salma", role: "supervisor" });
    await signIn(api.url, { email, password: PASSWORD });
  });

  it("opens once, however many bring it at once", async () => {
    const { token, id } = await invite();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => accept(token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusal(look(token))).toBe("invitation_used");
    expect(await stateOf(id)).toBe("used");
  });

  it("is kept as a hash, and its secret shown to nobody again", async () => {
    const { token, root } = await invite();
    const rows = await queryDatabase(api.database, "select encode(token_hash, 'escape') as kept from invitation");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await root.call(routes.listInvitations, { query: {} }))).not.toContain(token);
    expect(JSON.stringify(await root.call(routes.listAudit, { query: {} }))).not.toContain(token);
  });

  it("is taken back, renewed and runs out; each says what to do", async () => {
    const { token, id, root } = await invite();
    const renewed = await root.call(routes.renewInvitation, { params: { id } });
    expect(await refusal(look(token))).toBe("invitation_unknown");
    expect((await look(renewed.token)).kind).toBe("invitation");
    await queryDatabase(
      api.database,
      `update invitation set expires_at = now() - interval '1 minute' where id = '${id}'`,
    );
    expect([await refusal(look(renewed.token)), await refusal(accept(renewed.token)), await stateOf(id)]).toEqual([
      "invitation_expired",
      "invitation_expired",
      "expired",
    ]);
    const again = await root.call(routes.renewInvitation, { params: { id } });
    await root.call(routes.withdrawInvitation, { params: { id } });
    expect(await refusal(accept(again.token))).toBe("invitation_expired");
    expect(await refusal(root.call(routes.renewInvitation, { params: { id } }))).toBe("transition_not_allowed");
  });

  it("is not made for who is there already, nor a second time while one stands", async () => {
    const { root, email, token } = await invite();
    const body = { email, name: "Salma", role: "viewer" } as const;
    expect(await refusal(root.call(routes.createInvitation, { body }))).toBe("already_exists");
    await accept(token);
    expect(await refusal(root.call(routes.createInvitation, { body }))).toBe("already_exists");
  });

  it("tells nobody without it who is there: an unknown link is answered alike", async () => {
    const token = `abi_${"x".repeat(43)}`;
    expect([await refusal(look(token)), await refusal(accept(token)), await refusal(look(""))]).toEqual(
      Array.from({ length: 3 }, () => "invitation_unknown"),
    );
  });

  it("can't be hammered on, and that keeps nobody out who has a link elsewhere", async () => {
    await using other = await startTestApi();
    const client = createClient({ baseUrl: other.url });
    const guess = () => refusal(client.call(routes.lookAtInvitation, { body: { token: crypto.randomUUID() } }));
    const answers = await Promise.all(Array.from({ length: 62 }, guess));
    expect(answers.filter((code) => code === "too_many_attempts")).toHaveLength(2);
  });

  it("P2: is on the trail, by whom it was made and by whom taken", async () => {
    const { root, email, token } = await invite();
    await accept(token);
    const { items } = await root.call(routes.listAudit, { query: {} });
    const trail = items.filter(({ subject }) => subject === `person ${email}`);
    expect(trail.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["person.accept-invitation", email],
      ["person.invite", ADMINISTRATOR.email],
    ]);
  });
});

async function addPerson(role: Role = "organiser") {
  const root = await api.as("administrator");
  const email = newEmail();
  const { id } = await root.call(routes.createPerson, { body: { email, name: "Amal", role, password: PASSWORD } });
  return { root, id, email };
}
const resetLink = async (id: string) =>
  (await api.as("administrator")).call(routes.createResetLink, { params: { id } });

describe("a link for a forgotten password", () => {
  it("sets another one and ends the sessions there were", async () => {
    const { id, email } = await addPerson();
    const before = await signIn(api.url, { email, password: PASSWORD });
    const { token } = await resetLink(id);
    await accept(token, "another long password");
    expect(await refusal(before.call(routes.me))).toBe("unauthenticated");
    expect(await refusal(signIn(api.url, { email, password: PASSWORD }))).toBe("bad_credentials");
    await signIn(api.url, { email, password: "another long password" });
  });

  it("takes the place of an earlier one", async () => {
    const { id } = await addPerson();
    const [first, second] = [await resetLink(id), await resetLink(id)];
    expect(await refusal(accept(first.token))).toBe("invitation_expired");
    expect((await look(second.token)).kind).toBe("reset");
  });

  it("opens no account without its second factor, and goes on to open with it", async () => {
    const { id, email } = await addPerson();
    const client = await signIn(api.url, { email, password: PASSWORD });
    const { secret } = await client.call(routes.offerSecondFactor, { body: { password: PASSWORD } });
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await client.call(routes.confirmSecondFactor, { body: { code: totp.generate() } });
    const { token } = await resetLink(id);
    expect((await look(token)).codeNeeded).toBe(true);
    expect(await refusal(accept(token, "another long password"))).toBe("second_factor_required");
    expect(await refusal(accept(token, "another long password", "000000"))).toBe("bad_credentials");
    const next = totp.generate({ timestamp: Date.now() + 30_000 });
    expect((await accept(token, "another long password", next)).user.email).toBe(email);
  });
});

/** Another database: what is required of a role concerns everybody on it. */
async function withPolicy(secondFactorRoles: Role[]) {
  const own = await startTestApi();
  const root = await own.as("administrator");
  const email = newEmail();
  await root.call(routes.createPerson, { body: { email, name: "Amal", role: "organiser", password: PASSWORD } });
  const cookie = new CookieHolder();
  const client = createClient({ baseUrl: own.url, cookie });
  const signInNow = () => client.call(routes.signIn, { body: { email, password: PASSWORD } });
  const before = await signIn(own.url, { email, password: PASSWORD });
  const policy = await root.call(routes.changeAccountPolicy, { body: { secondFactorRoles } });
  return { own, root, client, cookie, email, signInNow, before, policy };
}

describe("a second factor that a role needs", () => {
  it("is asked of nobody by default", async () => {
    const policy = await (await api.as("administrator")).call(routes.accountPolicy);
    expect(policy.secondFactorRoles).toEqual([]);
    expect(policy.without.administrator).toBe(1);
  });

  it("limits the next session to setting it up; what goes on goes on", async () => {
    const { own, client, cookie, signInNow, before, policy, root } = await withPolicy(["organiser"]);
    await using _ = own;
    expect(policy).toMatchObject({ secondFactorRoles: ["organiser"], without: { organiser: 1, administrator: 1 } });
    expect(await signInNow()).toMatchObject({ secondFactorMissing: true });
    // Every route of the API but those that set it up: a new one is not forgotten.
    const answered: string[] = [];
    for (const [name, { method, path, access }] of allRoutes) {
      if ("anyone" in access || !("person" in access)) continue;
      const { status } = await fetch(own.url + path.replaceAll(/:\w+/g, crypto.randomUUID()), {
        method,
        headers: { cookie: cookie.header ?? "", origin: own.url, "content-type": "application/json" },
        ...(method !== "GET" && { body: "{}" }),
      });
      if (status !== 403) answered.push(name);
    }
    expect(answered.toSorted()).toEqual(["confirmSecondFactor", "me", "offerSecondFactor", "secondFactor"]);
    expect(await refusal(client.call(routes.listEditions, { query: {} }))).toBe("second_factor_missing");
    await before.call(routes.listEditions, { query: {} });
    await root.call(routes.listEditions, { query: {} });
  });

  it("opens everything once it is set up, and stays", async () => {
    const { own, client, signInNow } = await withPolicy(["organiser"]);
    await using _ = own;
    await signInNow();
    const { secret } = await client.call(routes.offerSecondFactor, { body: { password: PASSWORD } });
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await client.call(routes.confirmSecondFactor, { body: { code: totp.generate() } });
    await client.call(routes.listEditions, { query: {} });
    expect(await client.call(routes.me)).not.toHaveProperty("secondFactorMissing");
    const code = totp.generate({ timestamp: Date.now() + 30_000 });
    expect(await refusal(client.call(routes.removeSecondFactor, { body: { password: PASSWORD, code } }))).toBe(
      "second_factor_kept",
    );
  });

  it("locks out no administrator, not the last one either: they set it up and go on", async () => {
    const { own, root } = await withPolicy(["administrator"]);
    await using _ = own;
    await root.call(routes.listPeople, { query: {} });
    const again = await signIn(own.url, ADMINISTRATOR);
    expect(await refusal(again.call(routes.listPeople, { query: {} }))).toBe("second_factor_missing");
    const { secret } = await again.call(routes.offerSecondFactor, { body: { password: ADMINISTRATOR.password } });
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await again.call(routes.confirmSecondFactor, { body: { code } });
    await again.call(routes.changeAccountPolicy, { body: { secondFactorRoles: [] } });
  });

  it("is nothing to API tokens", async () => {
    const { own, root } = await withPolicy(["organiser", "administrator"]);
    await using _ = own;
    const { token } = await root.call(routes.createApiToken, { body: { name: "export", role: "organiser" } });
    await createClient({ baseUrl: own.url, token: () => token }).call(routes.listEditions, { query: {} });
  });

  it("is asked of who accepts an invitation, before anything else", async () => {
    const { own, root } = await withPolicy(["viewer"]);
    await using _ = own;
    const body = { email: newEmail(), name: "Salma", role: "viewer" } as const;
    const { token } = await root.call(routes.createInvitation, { body });
    const client = createClient({ baseUrl: own.url, cookie: new CookieHolder() });
    const signedIn = await client.call(routes.acceptInvitation, { body: { token, password: PASSWORD } });
    expect(signedIn.secondFactorMissing).toBe(true);
    expect(await refusal(client.call(routes.listEditions, { query: {} }))).toBe("second_factor_missing");
  });

  it("P2: is on the trail", async () => {
    const { own, root } = await withPolicy(["organiser"]);
    await using _ = own;
    const { items } = await root.call(routes.listAudit, { query: {} });
    expect(items[0]).toMatchObject({
      action: "account-policy.change",
      before: { secondFactorRoles: [] },
      after: { secondFactorRoles: ["organiser"] },
    });
  });
});

describe("guesses elsewhere", () => {
  it("lock nobody out where they are signed in, and a link lets them in anywhere", async () => {
    const { id, email } = await addPerson();
    await signIn(api.url, { email, password: PASSWORD });
    // As two hundred wrong guesses from many addresses leave it.
    const account = createHash("sha256").update(email).digest("base64url");
    await queryDatabase(
      api.database,
      "insert into guess_limit (key, failures, window_ends_at) values ($1, 200, now() + interval '10 minutes') on conflict (key) do update set failures = 200",
      [`sign-in ${account}`],
    );
    await signIn(api.url, { email, password: PASSWORD });
    await queryDatabase(api.database, `delete from session where person_id = '${id}'`);
    expect(await refusal(signIn(api.url, { email, password: PASSWORD }))).toBe("too_many_attempts");
    await accept((await resetLink(id)).token);
    await signIn(api.url, { email, password: PASSWORD });
  });
});
