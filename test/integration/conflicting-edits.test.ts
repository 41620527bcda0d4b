import { ApiProblem, type Client } from "@abwab/api-client";
import { openApiDocument } from "@abwab/contract";
import { editedThings, openDesk } from "../support/edited-things.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

interface Operation {
  operationId: string;
  parameters: { name: string }[];
  responses: Record<string, unknown>;
}

let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());

/** Routes that change something and take no `If-Match`, and why. */
const EXCEPTIONS: Record<string, string> = {
  changeFloorPlan: "names the plan's revision in its body, and answers 409 on an old one",
  setPlanBackground: "names the plan's revision in its query, and answers 409 on an old one",
  changeImportReading: "how one person's own file is read; its preview is old at once for everybody else",
  changeAccountPolicy: "one set of switches that is shown and set as a whole; its trail says who set what",
};

it("whatever a PATCH or PUT changes takes If-Match and answers 409, as the API's document says", () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> };
  const changing = Object.values(paths).flatMap((methods) =>
    ["patch", "put"].flatMap((method) => methods[method] ?? []),
  );
  const guarded = changing.filter(
    ({ parameters, responses }) => parameters.some(({ name }) => name === "If-Match") && responses["409"] !== undefined,
  );
  const unguarded = changing.filter((operation) => !guarded.includes(operation));
  expect(unguarded.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted());
  // And each of them is tried below.
  expect(guarded.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(editedThings).toSorted());
});

describe.each(Object.keys(editedThings))("two people at %s", (name) => {
  const asked = async () => {
    const make = editedThings[name];
    if (make === undefined) throw new Error(`Nothing to edit: ${name}`);
    const thing = await make(await openDesk(administrator, api));
    const { read, change, params } = thing;
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
    return { ...thing, readIt, changeIt };
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
    expect((await readIt()).thing).toMatchObject({ ...second, ...first });
    expect(await refusal(changeIt(first, '"another"'))).toBe("changed_meanwhile");
  });
});
