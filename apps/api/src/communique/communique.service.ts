import {
  type Communique,
  communiqueFieldNames,
  type CommuniquePreview,
  type CommuniqueQuery,
  type CommuniqueTemplate,
  type DocumentLocale,
  type NewCommuniqueTemplate,
} from "@abwab/contract";
import { readTemplate, type TemplateFault, type TemplatePart } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import { Documents } from "../documents/documents.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { MadeReports } from "../made-reports/made-reports.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { communiqueDocument } from "./communique-document.ts";
import { CommuniqueReading } from "./communique-reading.ts";
import { CommuniqueRepository, type KeptTemplate } from "./communique.repository.ts";
import { communiqueWords } from "./communique-words.ts";
import { communiqueFields, toldFigures, writeCommunique } from "./write-communique.ts";

/** Press releases, from the figures of the moment and a template that people may edit. */
@Injectable()
export class CommuniqueService {
  constructor(
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly reading: CommuniqueReading,
    private readonly templates: CommuniqueRepository,
    private readonly documents: Documents,
    private readonly made: MadeReports,
    private readonly audit: AuditService,
  ) {}

  async get(slug: string, { locale, date }: CommuniqueQuery, actor: Actor): Promise<Communique> {
    const configuration = await this.access.find(slug, actor);
    return this.write(configuration, await this.templateInForce(configuration.id, locale), date, actor);
  }

  /** Throws `invalid` for a template with a field that there is none of. */
  async preview(slug: string, { locale, text, date }: CommuniquePreview, actor: Actor): Promise<Communique> {
    const configuration = await this.access.find(slug, actor);
    partsOf(text);
    const template = await this.templateInForce(configuration.id, locale);
    return this.write(configuration, { ...template, text, isDefault: false }, date, actor);
  }

  /** @param schedule what the schedule is called that it is made for */
  async print(slug: string, { locale, date }: CommuniqueQuery, actor: Actor, schedule: string | null = null) {
    const configuration = await this.access.find(slug, actor);
    const started = performance.now();
    const parts = partsOf((await this.templateInForce(configuration.id, locale)).text);
    const subject = await this.reading.subject(configuration, actor, date);
    const { text } = writeCommunique(parts, subject, locale);
    const data = communiqueDocument(text, toldFigures(parts, subject), subject, locale);
    const pdf = await this.documents.renderPdf("communique", data, subject.subject.madeAt);
    const fileName = `${slug}-communique-${subject.date}-${locale}.pdf`;
    const settled = subject.facts.settledDays === subject.facts.days.length;
    const wanted = { kind: "communique", date: subject.date } as const;
    const { version } = subject.subject;
    const made = { wanted, locale, since: "left_out", settled, version, fileName, pdf, started, schedule } as const;
    await this.made.keep(configuration.id, made, actor);
    return { pdf, fileName };
  }

  async versions(slug: string, locale: DocumentLocale, actor: Actor): Promise<CommuniqueTemplate[]> {
    const { id } = await this.access.find(slug, actor);
    return (await this.templates.templates(id, locale)).map(toTemplate);
  }

  /** Throws `invalid` for a template with a field that there is none of, `already_exists` and `edition_archived`. */
  async save(slug: string, { locale, text }: NewCommuniqueTemplate, actor: Actor): Promise<CommuniqueTemplate> {
    const edition = await this.access.find(slug, actor);
    if (text !== null) partsOf(text);
    return this.changes.runBeside(edition.id, async () => {
      const before = await this.templateInForce(edition.id, locale);
      const after = toTemplate(await this.templates.add(edition.id, locale, text, nameOf(actor)));
      await this.audit.record({
        actor,
        action: text === null ? "communique.reset" : "communique.change",
        subject: `communique ${slug}/${locale}`,
        before: { version: before.version, text: before.text },
        after: { version: after.version, text: after.text },
      });
      return after;
    });
  }

  private async templateInForce(editionId: number, locale: DocumentLocale): Promise<CommuniqueTemplate> {
    const [latest] = await this.templates.templates(editionId, locale, 1);
    return toTemplate(latest ?? { locale, version: 0, text: null, savedAt: null, savedBy: null });
  }

  private async write(
    configuration: EditionConfiguration,
    template: CommuniqueTemplate,
    date: string | undefined,
    actor: Actor,
  ): Promise<Communique> {
    const { locale } = template;
    const parts = partsOf(template.text);
    const subject = await this.reading.subject(configuration, actor, date);
    return {
      locale,
      ...writeCommunique(parts, subject, locale),
      fields: communiqueFields(parts, subject, locale),
      template,
      settledDays: subject.facts.settledDays,
      days: subject.facts.days.length,
      asOf: new Date(subject.subject.madeAt).toISOString(),
    };
  }
}

const toTemplate = ({ text, ...rest }: KeptTemplate): CommuniqueTemplate => ({
  ...rest,
  text: text ?? communiqueWords[rest.locale].template,
  isDefault: text === null,
});

/** Throws `invalid` that names each fault and where it stands. */
function partsOf(text: string): TemplatePart[] {
  const { parts, faults } = readTemplate(text, communiqueFieldNames);
  const [first] = faults;
  if (first === undefined) return parts;
  throw new ProblemError("invalid", `text: ${sentenceOf(first)}`, {
    errors: faults.map((fault) => ({
      path: `text.${fault.line}.${fault.column}`,
      code: fault.code,
      message: sentenceOf(fault),
    })),
  });
}

function sentenceOf({ code, line, column, found, near }: TemplateFault): string {
  const place = `in line ${line}, column ${column}`;
  if (code === "unclosed_field") return `The braces before "${found}" ${place} are not closed on that line.`;
  const guess = near === null ? "" : ` Perhaps ${near} is meant.`;
  return `There is no field "${found}", ${place}.${guess}`;
}
