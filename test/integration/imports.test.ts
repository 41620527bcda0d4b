import type { Client } from "@abwab/api-client";
import { type ImportSummary, routes } from "@abwab/contract";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";

let api: TestApi;
let organiser: Client;
let slug: string;
beforeAll(async () => {
  api = await startTestApi();
  organiser = await api.as("organiser");
});
beforeEach(async () => {
  slug = (await createEdition(await api.as("administrator"), api.url)).slug;
});
afterAll(() => api[Symbol.asyncDispose]());

async function settled(id: string): Promise<ImportSummary> {
  for (;;) {
    const summary = await organiser.call(routes.getImport, { params: { slug, id } });
    if (summary.state !== "reading" && summary.state !== "committing") return summary;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const LIST = `وزارة التربية الوطنية;;;
لائحة المؤسسات;;;
;;;
اسم المؤسسة;المدينة;عدد التلاميذ;الهاتف
مدرسة ابن خلدون;الجديدة;٤٥;0523 34 12 34
ثانوية المختار السوسي;سطات;30;
;برشيد;12;
مدرسة النخيل;الجديدة;كثير;
`;

test("a plain list is read, guessed and shown", async () => {
  const file = new TextEncoder().encode(LIST);
  const made = await organiser.call(routes.createImport, { params: { slug }, query: { fileName: "لائحة.csv" }, file });
  expect(made.state).toBe("reading");
  const summary = await settled(made.id);
  expect(summary).toMatchObject({
    state: "preview",
    progress: { done: 4, total: 4 },
    reading: {
      encoding: "utf-8",
      separator: ";",
      headerRow: 3,
      fields: ["nameAr", "city", "expectedPupils", "contactPhone"],
      defaultType: "school",
    },
    outcomes: { new: 2, wrong: 2 },
  });
  const page = await organiser.call(routes.listImportRows, { params: { slug, id: made.id } });
  expect(page.items).toMatchObject([
    { row: 5, outcome: "new", values: { nameAr: "مدرسة ابن خلدون", expectedPupils: "45", province: "06.181" } },
    { row: 6, outcome: "new" },
    { row: 7, outcome: "wrong", problems: [{ field: "nameAr", code: "missing" }] },
    { row: 8, outcome: "wrong", problems: [{ field: "expectedPupils", code: "not_a_number", value: "كثير" }] },
  ]);
});
