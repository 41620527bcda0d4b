import type { Client } from "@abwab/api-client";
import { type NewMediaActivity, passTokenPayload, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition, today } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let params: { slug: string };
let outlet: string;
let school: string;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  params = { slug: edition.slug };
  const [first = "", second = ""] = await putOrganisations(api.database, edition.slug, [
    { name: "القناة الثانية", type: "media", kind: "television" },
    { name: "مدرسة" },
  ]);
  [outlet, school] = [first, second];
});

const HOLDER = "Salma Bennis";
const accredit = (given: object = {}) =>
  administrator.call(routes.accredit, { params, body: { organisationId: outlet, holder: HOLDER, ...given } });
const accreditations = async (query: object = {}) =>
  (await administrator.call(routes.listAccreditations, { params, query })).items;
const trailOf = (subject: string) =>
  queryDatabase<{ action: string; text: string }>(
    api.database,
    "select action, concat(before, after) as text from audit_event where subject = $1 order by id",
    [subject],
  );

describe("an accreditation", () => {
  it("gives a journalist of an outlet a badge of the media", async () => {
    const given = await accredit({ duty: "مصورة" });
    expect(given).toMatchObject({ outlet: "القناة الثانية", holder: HOLDER, duty: "مصورة", revokedAt: null });
    const { pass } = await administrator.call(routes.getPass, { params: { ...params, code: given.passCode } });
    expect(pass).toMatchObject({
      kind: "accreditation",
      category: "media",
      label: "القناة الثانية",
      organisationId: outlet,
    });
    expect(await accreditations()).toEqual([given]);
  });

  it("P1: has the holder's name neither in the code nor on the trail", async () => {
    const { id, passCode } = await accredit();
    await administrator.call(routes.changeAccreditation, { params: { ...params, id }, body: { holder: "Another" } });
    const { token } = await administrator.call(routes.getPass, { params: { ...params, code: passCode } });
    const payload = passTokenPayload.parse(
      JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")),
    );
    expect(payload.n).toBe("القناة الثانية");
    const events = await trailOf(`accreditation ${edition.slug}/${id}`);
    expect(events.map(({ action }) => action)).toEqual(["accreditation.create", "accreditation.change"]);
    expect(events.map(({ text }) => text).join("")).not.toMatch(/Salma|Another/);
  });

  it("is for media outlets of the edition only", async () => {
    expect(await refusal(accredit({ organisationId: school }))).toBe("invalid");
    expect(await refusal(accredit({ organisationId: crypto.randomUUID() }))).toBe("invalid");
  });

  it("that is ended opens no door any more, once as good as twice", async () => {
    const { id, passCode } = await accredit();
    const one = { params: { ...params, id } };
    const ended = await administrator.call(routes.endAccreditation, one);
    expect(ended.revokedAt).not.toBeNull();
    expect(await administrator.call(routes.endAccreditation, one)).toEqual(ended);
    const { pass } = await administrator.call(routes.getPass, { params: { ...params, code: passCode } });
    expect(pass.revokedReason).toBe("the accreditation was ended");
  });

  it("goes on with a badge that was reissued", async () => {
    const { id, passCode } = await accredit();
    const reissued = await administrator.call(routes.reissuePass, {
      params: { ...params, code: passCode },
      body: { reason: "lost" },
    });
    expect(await accreditations()).toMatchObject([{ id, passCode: reissued.pass.code, revokedAt: null }]);
    await administrator.call(routes.endAccreditation, { params: { ...params, id } });
    const { pass } = await administrator.call(routes.getPass, { params: { ...params, code: reissued.pass.code } });
    expect(pass.revokedAt).not.toBeNull();
  });

  it("is corrected, and found by its outlet, the latest first", async () => {
    const [first, second] = [await accredit(), await accredit()];
    await administrator.call(routes.changeAccreditation, {
      params: { ...params, id: first.id },
      body: { duty: "caméra" },
    });
    expect((await accreditations({ organisation: outlet })).map(({ id, duty }) => [id, duty])).toEqual([
      [second.id, null],
      [first.id, "caméra"],
    ]);
    expect(await accreditations({ organisation: school })).toEqual([]);
    const { nextCursor } = await administrator.call(routes.listAccreditations, { params, query: { limit: 1 } });
    expect(await accreditations({ limit: 1, cursor: nextCursor ?? "" })).toMatchObject([{ id: first.id }]);
  });

  it("is given by organisers, seen by supervisors and by no viewer", async () => {
    const [supervisor, viewer] = [await api.as("supervisor"), await api.as("viewer")];
    const body = { organisationId: outlet, holder: HOLDER };
    expect(await refusal(supervisor.call(routes.accredit, { params, body }))).toBe("forbidden");
    expect((await supervisor.call(routes.listAccreditations, { params })).items).toEqual([]);
    expect(await refusal(viewer.call(routes.listAccreditations, { params }))).toBe("forbidden");
  });
});

describe("media activities", () => {
  const log = (given: Partial<NewMediaActivity> = {}) =>
    administrator.call(routes.logMediaActivity, {
      params,
      body: { organisationId: outlet, what: "مراسلة مباشرة", where: "P12", at: `${today()}T10:00:00+01:00`, ...given },
    });
  const listed = async (query: object = {}) =>
    (await administrator.call(routes.listMediaActivities, { params, query })).items;

  it("say who, what, where and when, the latest first", async () => {
    const early = await log();
    const late = await log({ at: `${today()}T12:00:00Z`, where: null });
    expect(early).toMatchObject({ outlet: "القناة الثانية", what: "مراسلة مباشرة", where: "P12" });
    expect(await listed()).toEqual([late, early]);
    expect(await listed({ day: today(), organisation: outlet })).toHaveLength(2);
    expect(await listed({ day: "2020-01-01" })).toEqual([]);
    const { nextCursor } = await administrator.call(routes.listMediaActivities, { params, query: { limit: 1 } });
    expect(await listed({ limit: 1, cursor: nextCursor ?? "" })).toEqual([early]);
  });

  it("P2: are corrected and removed on the trail", async () => {
    const { id } = await log();
    const one = { params: { ...params, id } };
    const changed = await administrator.call(routes.changeMediaActivity, { ...one, body: { where: "ARENA" } });
    expect(changed).toMatchObject({ where: "ARENA", what: "مراسلة مباشرة" });
    await administrator.call(routes.removeMediaActivity, one);
    expect(await listed()).toEqual([]);
    expect(await refusal(administrator.call(routes.removeMediaActivity, one))).toBe("not_found");
    expect((await trailOf(`media-activity ${edition.slug}/${id}`)).map(({ action }) => action)).toEqual([
      "media-activity.create",
      "media-activity.change",
      "media-activity.remove",
    ]);
  });

  it("are of media outlets only, and of no archived edition", async () => {
    expect(await refusal(log({ organisationId: school }))).toBe("invalid");
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { params, body: { status } });
    }
    expect(await refusal(log())).toBe("edition_archived");
    expect(await refusal(accredit())).toBe("edition_archived");
  });
});
