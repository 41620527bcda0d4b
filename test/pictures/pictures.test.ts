import { documentLocale } from "@abwab/contract";
import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { DocumentWorker } from "../../apps/api/src/documents/document-worker.ts";
import { madeAt } from "./fixtures/park.ts";
import type { PictureAnswer, PictureRequest } from "./picture-thread.ts";
import { picturedDocuments } from "./pictured-documents.ts";

// Every document in every language, drawn and compared with the picture kept of each page. After a change that is
// meant: npm run test:pictures -- --update

const isUpdate = process.env["ABWAB_UPDATE_PICTURES"] === "yes";
const setter = new DocumentWorker(60_000);
const thread = new Worker(path.join(import.meta.dirname, "picture-thread.ts"), { execArgv: [] });
afterAll(async () => {
  setter.stop();
  await thread.terminate();
});

async function compare(request: PictureRequest): Promise<PictureAnswer> {
  const answered = once(thread, "message");
  thread.postMessage(request);
  return ((await answered) as [PictureAnswer])[0];
}

describe.each(picturedDocuments)("the pages of $name", ({ name, template, data }) => {
  test.each(documentLocale.options)("look as they did, in %s", async (locale) => {
    const pdf = await setter.set(template, data(locale), madeAt);
    const { pages, kept, found } = await compare({ document: `${name}-${locale}`, pdf, isUpdate });
    expect({ pages, found }).toEqual({ pages: kept, found: [] });
  });
});
