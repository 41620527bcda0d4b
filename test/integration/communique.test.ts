import { ApiProblem, type Client, createClient } from "@abwab/api-client";
import { type Communique, documentLocale, type DocumentLocale, routes } from "@abwab/contract";
import { describeWithPdfText, linesOf } from "../support/pdf-text.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, deviceWith, type TestDevice, today } from "../support/test-edition.ts";

const SAMPLE = "el-jadida-2025";
const RELEASED = "2025-05-22";

let api: TestApi;
let administrator: Client;

beforeAll(async () => {
  api = await startTestApi({ ABWAB_SAMPLE: "on" });
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());

const release = (slug: string, locale: DocumentLocale, client = administrator): Promise<Communique> =>
  client.call(routes.getCommunique, { params: { slug }, query: { locale, date: RELEASED } });
const preview = async (slug: string, locale: DocumentLocale, text: string): Promise<string> =>
  (await administrator.call(routes.previewCommunique, { params: { slug }, body: { locale, text, date: RELEASED } }))
    .text;
const save = (slug: string, locale: DocumentLocale, text: string | null) =>
  administrator.call(routes.saveCommuniqueTemplate, { params: { slug }, body: { locale, text } });

/** The code of a refusal, and what it finds wrong. */
async function refusalOf(call: Promise<unknown>): Promise<Pick<ApiProblem, "code" | "errors">> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

/** Crossings at the sample's first gate, a thousand people each. */
async function replay(gate: TestDevice, date: string, visits: number): Promise<void> {
  const entries = Array.from({ length: visits / 1_000 }, (_, index) =>
    anEntry({ headcount: 1_000, occurredAt: `${date}T${10 + (index % 8)}:00:00+01:00` }),
  );
  for (let first = 0; first < entries.length; first += 500) await gate.send(entries.slice(first, first + 500));
}

describe("the communiqué of the sample edition, with what the press gave and nothing counted", () => {
  it("says each figure with its qualifier, in Arabic", async () => {
    const { text } = await release(SAMPLE, "ar");
    for (const said of [
      "الجديدة، 22 ماي 2025 – وصل الإقبال على",
      "التي احتضنها مركز المعارض محمد السادس",
      "إلى نحو مليونين و400 ألف زيارة، مع أكثر من مليون و180 ألف زيارة خلال عطلة نهاية الأسبوع وحدها (السبت 17 ماي والأحد 18 ماي).",
      "على 50 جناحاً، وعلى أكثر من 10.000 متر مربع من الفضاءات الموضوعاتية المغطاة.",
      "من 1.916 مؤسسة تعليمية",
      "عن نحو 1.500 هيئة من المجتمع المدني.",
      "بمواكبة 187 منبراً إعلامياً، من خلال 1.256 نشاطاً إعلامياً، ووصل البث المباشر إلى نحو 29 مليون مشاهدة.",
      "[ناقص: المقارنة مع الدورات السابقة]",
    ])
      expect(text).toContain(said);
  });

  it("says each figure with its qualifier, in French", async () => {
    const { text } = await release(SAMPLE, "fr");
    for (const said of [
      "Portes ouvertes, El Jadida 2025 (exemple)\u00a0: environ 2,4\u00a0millions de visites en 5 jours",
      "El Jadida, le 22 mai 2025",
      "a enregistré environ 2,4\u00a0millions de visites, dont plus de 1,18\u00a0million de visites le week-end (samedi 17 mai et dimanche 18 mai).",
      "50 pavillons et plus de 10.000 mètres carrés d’espaces thématiques couverts.",
      "Des élèves de 1.916 établissements scolaires",
      "des représentants d’environ 1.500 organismes de la société civile.",
      "suivi par 187 médias, avec 1.256 activités médiatiques. La diffusion en direct a recueilli environ 29\u00a0millions de vues.",
      "[manque\u00a0: comparaison avec les éditions antérieures]",
    ])
      expect(text).toContain(said);
  });

  it("says each figure with its qualifier, in English", async () => {
    const { text } = await release(SAMPLE, "en");
    for (const said of [
      "Open days, El Jadida 2025 (sample): about 2.4 million visits in 5 days",
      "recorded about 2.4 million visits, of which more than 1.18 million visits on the weekend (Saturday 17 May and Sunday 18 May).",
      "50 pavilions and more than 10,000 square metres of covered themed spaces.",
      "Pupils came from 1,916 schools",
      "representatives from about 1,500 civil-society bodies.",
      "covered by 187 media outlets, with 1,256 media activities. The live broadcast drew about 29 million views.",
      "[missing: comparison with earlier editions]",
      "Nothing has been counted yet: these figures were entered or published.",
      "Published (press reports, May 2025): total of visits, visits on the weekend,",
    ])
      expect(text).toContain(said);
  });

  it("lists what is missing, and says it in the text: nothing is left blank", async () => {
    for (const locale of documentLocale.options) {
      const { missing, text } = await release(SAMPLE, locale);
      expect(missing).toEqual([
        "peak.day",
        "peak.visits",
        "record.claim",
        "visits.pavilions",
        "seminars.total",
        "schools.kinds",
        "cities.names",
      ]);
      expect(text.match(/\[(ناقص|manque|missing)[^\]]+\]/g)).toHaveLength(missing.length);
      expect(text).not.toContain("{{");
    }
  });

  it("gives each figure its origin", async () => {
    const { fields } = await release(SAMPLE, "en");
    const figuresOf = (name: string) => fields.find(({ field }) => field === name)?.figures;
    const source = "press reports, May 2025";
    expect(figuresOf("schools.total")).toEqual([
      { value: 1_916, origin: "published", qualifier: "exact", source, isLive: false },
    ]);
    expect(figuresOf("pavilions.total")).toEqual([
      { value: 50, origin: "entered", qualifier: "exact", source: null, isLive: false },
      { value: 50, origin: "published", qualifier: "exact", source, isLive: false },
    ]);
  });
});

describe("the communiqué of the sample edition, with its ledger replayed", () => {
  beforeAll(async () => {
    const { pairingCode, device } = await administrator.call(routes.createDevice, {
      params: { slug: SAMPLE },
      body: { name: "replay", checkpoint: "G1" },
    });
    const { token } = await createClient({ baseUrl: api.url }).call(routes.pair, { body: { pairingCode } });
    const gate = deviceWith(api.url, device.id, token);
    await replay(gate, "2025-05-17", 600_000);
    await replay(gate, "2025-05-18", 580_000);
    await replay(gate, "2025-05-19", 407_000);
    await replay(gate, "2025-05-20", 407_000);
    await replay(gate, "2025-05-21", 406_000);
  }, 60_000);

  it("counts the visits itself, and does not say that exactly 1,180,000 are over 1.18 million", async () => {
    expect((await release(SAMPLE, "ar")).text).toContain(
      "إلى مليونين و400 ألف زيارة، مع مليون و180 ألف زيارة خلال عطلة نهاية الأسبوع وحدها (السبت 17 ماي والأحد 18 ماي). وكان يوم السبت 17 ماي أكثر الأيام إقبالاً، مع 600.000 زيارة.",
    );
    expect((await release(SAMPLE, "fr")).text).toContain(
      "a enregistré 2,4\u00a0millions de visites, dont 1,18\u00a0million de visites le week-end (samedi 17 mai et dimanche 18 mai). Le jour le plus fréquenté a été le samedi 17 mai, avec 600.000 visites.",
    );
    const { text, fields, missing } = await release(SAMPLE, "en");
    expect(text).toContain(
      "recorded 2.4 million visits, of which 1.18 million visits on the weekend (Saturday 17 May and Sunday 18 May). The busiest day was Saturday 17 May, with 600,000 visits.",
    );
    expect(missing).not.toContain("visits.total");
    expect(
      fields.find(({ field }) => field === "visits.weekend")?.figures.map(({ value, origin }) => [value, origin]),
    ).toEqual([
      [1_180_000, "counted"],
      [1_180_000, "published"],
    ]);
  });

  it("tells a figure by the origin and as exactly as the template asks", async () => {
    const text =
      "{{visits.weekend.published}}; {{visits.total.exact}}; {{schools.total.counted}}; {{visits.total.entered}}";
    expect(await preview(SAMPLE, "en", text)).toBe(
      "more than 1.18 million visits; 2,400,000 visits; [missing: number of schools (counted)]; [missing: total of visits (entered)]",
    );
  });

  it("C5: says how many days are settled", async () => {
    const state = () => preview(SAMPLE, "en", "{{figures.state}}");
    expect(await state()).toContain("The counted figures are provisional: no day is settled yet");
    const days = ["2025-05-17", "2025-05-18", "2025-05-19", "2025-05-20", "2025-05-21"];
    for (const date of days.slice(0, 2)) await administrator.call(routes.settleDay, { params: { slug: SAMPLE, date } });
    expect(await state()).toContain("The counted figures are provisional: 2 days of 5 days are settled");
    const { fields, settledDays } = await release(SAMPLE, "en");
    expect(settledDays).toBe(2);
    const isLive = (name: string) => fields.find(({ field }) => field === name)?.figures[0]?.isLive;
    expect([isLive("visits.weekend"), isLive("visits.total")]).toEqual([false, true]);
    for (const date of days.slice(2)) await administrator.call(routes.settleDay, { params: { slug: SAMPLE, date } });
    expect(await state()).toBe("The counted figures are final: every day of the edition is settled (5 days).");
  });

  it("claims a record only against what someone has entered as published, and says by how much", async () => {
    const claim = () => preview(SAMPLE, "en", "{{record.claim}}");
    expect(await claim()).toBe("[missing: comparison with earlier editions]");
    const { slug } = await createEdition(administrator, api.url, {
      names: { ar: "الدورة الخامسة", fr: "Cinquième édition", en: "Fifth edition" },
      days: [{ date: "2024-05-18", opensAt: "09:00", closesAt: "21:00" }],
    });
    expect(await claim()).toBe("[missing: comparison with earlier editions]");
    const publish = (value: number, qualifier: "exact" | "about" | "over") =>
      administrator.call(routes.changeEdition, {
        params: { slug },
        body: { published: [{ metric: "visits", value, qualifier, source: "an agency" }] },
      });
    await publish(1_300_000, "about");
    expect(await claim()).toBe(
      "It is a record: about 1.1 million visits more than the highest figure published for an earlier edition, about 1.3 million visits (Fifth edition; source: an agency).",
    );
    expect(await preview(SAMPLE, "ar", "{{record.claim}}")).toBe(
      "وهو رقم قياسي، يزيد بنحو مليون و100 ألف زيارة على أعلى رقم منشور عن دورة سابقة: نحو مليون و300 ألف زيارة، «الدورة الخامسة» (المصدر: an agency).",
    );
    expect(await preview(SAMPLE, "fr", "{{record.claim}}")).toBe(
      "C’est un record\u00a0: environ 1,1\u00a0million de visites de plus que le chiffre le plus élevé publié pour une édition antérieure, environ 1,3\u00a0million de visites, «\u00a0Cinquième édition\u00a0» (source\u00a0: an agency).",
    );
    await publish(2_399_000, "over");
    expect(await claim()).not.toContain("record");
    await publish(2_500_000, "exact");
    expect(await claim()).toBe(
      "It is no record: 2.5 million visits were published for an earlier edition (Fifth edition; source: an agency).",
    );
  });
});

describe("a template", () => {
  it("is refused with the name and the place of each field that there is none of", async () => {
    const { slug } = await createEdition(administrator, api.url);
    const { code, errors } = await refusalOf(
      save(slug, "en", "Title\n\nIn all {{visit.total}} and {{weather}} {{open"),
    );
    expect(code).toBe("invalid");
    expect(errors?.map((error) => [error.path, error.code])).toEqual([
      ["text.3.8", "unknown_field"],
      ["text.3.28", "unknown_field"],
      ["text.3.40", "unclosed_field"],
    ]);
    expect(errors?.[0]?.message).toBe(
      'There is no field "visit.total", in line 3, column 8. Perhaps visits.total is meant.',
    );
    const { items } = await administrator.call(routes.listCommuniqueTemplates, {
      params: { slug },
      query: { locale: "en" },
    });
    expect(items).toEqual([]);
  });

  it("P2: is kept version by version, and goes back to the one that comes with Abwab", async () => {
    const { slug } = await createEdition(administrator, api.url);
    const original = (await release(slug, "fr")).template;
    expect([original.version, original.isDefault]).toEqual([0, true]);
    await save(slug, "fr", "Un {{edition.days}}");
    await save(slug, "fr", "Deux {{edition.days}}");
    expect((await release(slug, "fr")).text).toBe("Deux 1 jour");
    expect((await release(slug, "en")).template.isDefault).toBe(true);
    const reset = await save(slug, "fr", null);
    expect([reset.version, reset.isDefault, reset.text]).toEqual([3, true, original.text]);
    const { items } = await administrator.call(routes.listCommuniqueTemplates, {
      params: { slug },
      query: { locale: "fr" },
    });
    expect(items.map(({ version, text }) => [version, text])).toEqual([
      [3, original.text],
      [2, "Deux {{edition.days}}"],
      [1, "Un {{edition.days}}"],
    ]);
    const { items: trail } = await administrator.call(routes.listAudit, { query: { limit: 3 } });
    expect(trail.map(({ action, subject }) => [action, subject])).toEqual([
      ["communique.reset", `communique ${slug}/fr`],
      ["communique.change", `communique ${slug}/fr`],
      ["communique.change", `communique ${slug}/fr`],
    ]);
  });

  it("is text alone: what looks like markup stands in the release as it is", async () => {
    const { slug } = await createEdition(administrator, api.url);
    const text = "<b>#set page()</b> ${1} {visits.total} \\u0041";
    expect(await preview(slug, "en", text)).toBe(text);
  });

  it("is changed by administrators alone", async () => {
    const { slug } = await createEdition(administrator, api.url);
    const organiser = await api.as("organiser");
    expect((await release(slug, "en", organiser)).template.version).toBe(0);
    const call = organiser.call(routes.saveCommuniqueTemplate, { params: { slug }, body: { locale: "en", text: "x" } });
    expect((await refusalOf(call)).code).toBe("forbidden");
  });

  it("of an archived edition stays", async () => {
    const { slug } = await createEdition(administrator, api.url);
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { params: { slug }, body: { status } });
    }
    expect((await refusalOf(save(slug, "en", "x"))).code).toBe("edition_archived");
  });
});

describe("a small edition", () => {
  it("without entries says of everything that it is missing", async () => {
    const { slug } = await createEdition(administrator, api.url);
    const { text, missing } = await release(slug, "en");
    expect(missing).toContain("visits.total");
    expect(text.split("\n")[0]).toBe("Edition: [missing: total of visits] in 1 day");
    expect(text).toContain("Nothing has been counted yet");
  });

  it("tells what came in to the unit, and no staff", async () => {
    const { slug, pair } = await createEdition(administrator, api.url);
    const gate = await pair("G1");
    await gate.send([anEntry({ headcount: 2 }), anEntry({ headcount: 50, category: "staff" })]);
    await (await pair("P01-A")).send([anEntry({ headcount: 11 })]);
    const told = "{{visits.total}}, {{visits.pavilions}}, {{pavilions.total}}";
    expect(await preview(slug, "ar", told)).toBe("زيارتين, 11 زيارة للأجنحة, جناح واحد");
    expect(await preview(slug, "en", told)).toBe("2 visits, 11 pavilion visits, 1 pavilion");
  });

  it("A4: says of a draft that what it counted is a rehearsal", async () => {
    const { slug, pair } = await createEdition(administrator, api.url, { status: "draft" });
    await (await pair("G1")).send([anEntry({ headcount: 7 })]);
    expect(await preview(slug, "en", "{{visits.total}} {{peak.day}} {{figures.state}}")).toBe(
      "[missing: total of visits] [missing: busiest day] The edition is a draft: what is counted in it is a rehearsal and does not count.",
    );
  });
});

describe("a comparison of editions", () => {
  it("sets figures and days side by side with their origins, and says what is not comparable", async () => {
    const one = await createEdition(administrator, api.url);
    const at = new Date();
    await (await one.pair("G1")).send([anEntry({ headcount: 30, occurredAt: at.toISOString() })]);
    const other = await createEdition(administrator, api.url, {
      published: [{ metric: "visits", value: 900, qualifier: "about", source: "an agency" }],
    });
    const { items, remarks } = await administrator.call(routes.compareEditions, {
      params: { slug: one.slug },
      query: { with: `${other.slug},${one.slug}` },
    });
    const told = items.map(({ slug, figures, days }) => [
      slug,
      figures.find(({ figure }) => figure === "visits.total")?.told?.value,
      days.map(({ visits, peakHour }) => [visits, peakHour?.visits ?? null]),
    ]);
    expect(told).toEqual([
      [one.slug, 30, [[30, 30]]],
      [other.slug, 900, [[0, null]]],
    ]);
    const ofVisits = remarks.filter(({ figure }) => figure === "visits.total");
    expect(ofVisits.map(({ reason, editions }) => [reason, ...editions])).toEqual([
      ["other_origin", other.slug],
      ["not_exact", other.slug],
      ["not_final", one.slug],
    ]);
  });

  it("refuses an edition that is not there, and more than five others", async () => {
    const { slug } = await createEdition(administrator, api.url);
    const compare = (others: string) =>
      refusalOf(administrator.call(routes.compareEditions, { params: { slug }, query: { with: others } }));
    expect((await compare("nowhere")).code).toBe("not_found");
    expect((await compare("a,b,c,d,e,f")).code).toBe("invalid");
    expect((await compare("Not A Slug")).code).toBe("invalid");
  });
});

describeWithPdfText("the communiqué to print", () => {
  it("bears its date and place, and says where each figure is from", async () => {
    const { slug, pair } = await createEdition(administrator, api.url, {
      published: [{ metric: "schools", value: 1_916, qualifier: "about", source: "the ministry" }],
    });
    await (await pair("G1")).send([anEntry({ headcount: 12 })]);
    await save(slug, "en", "The title\n\nOf {{visits.total}} and {{schools.total}}.\n\n{{figures.state}}");
    await administrator.call(routes.settleDay, { params: { slug, date: today() } });
    const { token } = await administrator.call(routes.createApiToken, { body: { name: "print", role: "organiser" } });
    const response = await fetch(`${api.url}/api/v1/editions/${slug}/communique/print?locale=en&date=${RELEASED}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([response.status, response.headers.get("content-disposition")]).toEqual([
      200,
      `inline; filename="${slug}-communique-${RELEASED}-en.pdf"`,
    ]);
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf.toString("latin1"))).toBe(true);
    const lines = linesOf(pdf).join("\n");
    for (const said of [
      "El Jadida, 22 May 2025",
      "The title",
      "Of 12 visits and about 1,916 schools.",
      "The counted figures are final: every day of the edition is settled (1 day).",
      "total of visits 12 visits counted from the ledger, days settled",
      "number of schools about 1,916 schools published: the ministry",
    ])
      expect(lines).toContain(said);
  });
});
