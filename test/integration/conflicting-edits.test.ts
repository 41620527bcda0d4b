import { ApiProblem, type Client } from "@abwab/api-client";
import { type Route, routes } from "@abwab/contract";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());

interface Subject {
  read: Route;
  change: Route;
  params: Record<string, string>;
  /** Two changes of different people. */
  first: object;
  second: object;
}

/** What is edited, each of an edition of its own. */
async function subjects(): Promise<Record<string, Subject>> {
  const { slug } = await createEdition(administrator, api.url);
  const [organisation = ""] = await putOrganisations(api.database, slug, [{ name: "مدرسة" }]);
  const names = { ar: "أ", fr: "f", en: "e" };
  const schedule = await administrator.call(routes.createReportSchedule, {
    params: { slug },
    body: { name: "Evening", reports: ["day"], locales: ["en"], moment: "closing", webhooks: true },
  });
  return {
    edition: {
      read: routes.getEdition,
      change: routes.changeEdition,
      params: { slug },
      first: { city: "Safi" },
      second: { venue: "Hall" },
    },
    zone: {
      read: routes.getZone,
      change: routes.changeZone,
      params: { slug, code: "P01" },
      first: { capacity: 90 },
      second: { areaM2: 70 },
    },
    checkpoint: {
      read: routes.getCheckpoint,
      change: routes.changeCheckpoint,
      params: { slug, code: "G1" },
      first: { directions: ["in"] },
      second: { names },
    },
    "report schedule": {
      read: routes.getReportSchedule,
      change: routes.changeReportSchedule,
      params: { slug, id: schedule.id },
      first: { offsetMinutes: 10 },
      second: { active: false },
    },
    organisation: {
      read: routes.getOrganisation,
      change: routes.changeOrganisation,
      params: { slug, id: organisation },
      first: { city: "Safi" },
      second: { expectedPupils: 30 },
    },
  };
}

describe.each(["edition", "zone", "checkpoint", "organisation", "report schedule"])(
  "two people who change one %s",
  (kind) => {
    const asked = async () => {
      const subject = (await subjects())[kind];
      if (subject === undefined) throw new Error(`Nothing to edit: ${kind}`);
      const { read, change, params } = subject;
      const readIt = async () => {
        const answer = await administrator.callIfChanged(read, undefined, { params } as never);
        if (!answer.changed || answer.etag === undefined) throw new Error("It has no ETag.");
        return { thing: answer.body as unknown, etag: answer.etag };
      };
      const changeIt = (body: object, etag?: string) =>
        administrator.call(change, {
          params,
          body,
          ...(etag !== undefined && { headers: { "if-match": etag } }),
        } as never) as Promise<unknown>;
      return { ...subject, readIt, changeIt };
    };

    it("the second is told of the first, and nothing is overwritten", async () => {
      const { readIt, changeIt, first, second } = await asked();
      const { etag } = await readIt();
      await changeIt(first, etag);
      const problem = await changeIt(second, etag).catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(ApiProblem);
      expect(problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
      const now = await readIt();
      expect(now.thing).toMatchObject(first);
      await changeIt(second, now.etag);
      expect((await readIt()).thing).toMatchObject({ ...first, ...second });
    });

    it("of two at the same moment one is told", async () => {
      const { readIt, changeIt, first, second } = await asked();
      const { etag } = await readIt();
      const outcomes = await Promise.allSettled([changeIt(first, etag), changeIt(second, etag)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    });

    it("an integrator that names no state changes it as before, and a tag that a proxy made weak is understood", async () => {
      const { readIt, changeIt, first, second } = await asked();
      const { etag } = await readIt();
      await changeIt(second, `W/${etag}`);
      await changeIt(first);
      expect((await readIt()).thing).toMatchObject({ ...first, ...second });
      expect(await refusal(changeIt(first, '"another"'))).toBe("changed_meanwhile");
    });
  },
);
