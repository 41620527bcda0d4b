import { Logger } from "@nestjs/common";
import type { DocumentData } from "./document-request.ts";
import { DocumentLost, DocumentWorker } from "./document-worker.ts";
import { Documents } from "./documents.ts";
import { qrCode } from "./qr-code.ts";

const badge: DocumentData = {
  locale: "fr",
  words: { badgeTitle: "Badge", qr: "Code QR du badge", howBadge: "Présentez le code à chaque porte." },
  edition: { name: "Portes ouvertes", otherNames: [], when: "17–21 mai 2025", where: "El Jadida" },
  passes: [
    {
      kind: "visitor",
      kindName: "Visiteur",
      category: "Public",
      label: null,
      code: "7K3M-Q2XN-4RTA",
      zones: "Tous les espaces",
      validity: ["Valable le 17 mai 2025"],
      qr: qrCode("token"),
    },
  ],
};
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString("latin1", 0, 5) === "%PDF-";

beforeAll(() => Logger.overrideLogger(false));

let ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends) end();
  ends = [];
});
function documents(): Documents {
  const made = new Documents();
  ends.push(() => made.onModuleDestroy());
  return made;
}
function worker(timeoutMs: number): DocumentWorker {
  const made = new DocumentWorker(timeoutMs);
  ends.push(() => made.stop());
  return made;
}

describe("documents", () => {
  it("are set some at a time; those that would wait too long are refused", async () => {
    const service = documents();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => service.renderPdf("pass-badge", badge)));
    const set = answers.filter((answer) => answer.status === "fulfilled");
    expect(set.filter(({ value }) => isPdf(value))).toHaveLength(18);
    expect(answers.filter((answer) => answer.status === "rejected").map(({ reason }) => reason)).toEqual([
      expect.objectContaining({ code: "overloaded", retryAfterSeconds: 5 }),
      expect.objectContaining({ code: "overloaded", retryAfterSeconds: 5 }),
    ]);
    expect(isPdf(await service.renderPdf("pass-badge", badge))).toBe(true);
  });

  it("say what is wrong with a template or its data, and go on", async () => {
    const service = documents();
    await expect(service.renderPdf("group-pass", badge)).rejects.toThrow(/group-pass: .*groupTitle/);
    expect(isPdf(await service.renderPdf("pass-badge", badge))).toBe(true);
  });

  it("are given up when they take too long", async () => {
    await expect(worker(1).set("pass-badge", badge)).rejects.toThrow(DocumentLost);
  });

  it("are set by another process when one was ended", async () => {
    const one = worker(60_000);
    const lost = one.set("pass-badge", badge);
    one.stop();
    await expect(lost).rejects.toThrow(DocumentLost);
    expect(isPdf(await one.set("pass-badge", badge))).toBe(true);
  });
});
