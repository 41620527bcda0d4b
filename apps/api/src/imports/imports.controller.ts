import { type BodyOf, type ImportRow, type ImportSummary, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles, UploadedFile } from "../platform/handles.ts";
import { ConfirmingService } from "./confirming.service.ts";
import { ImportRowsService } from "./import-rows.service.ts";
import { ImportedPassesService } from "./imported-passes.service.ts";
import { ImportsService } from "./imports.service.ts";
import { UndoingService } from "./undoing.service.ts";
import { WrongRowsService } from "./wrong-rows.service.ts";

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly rows: ImportRowsService,
    private readonly confirming: ConfirmingService,
    private readonly undoing: UndoingService,
    private readonly wrong: WrongRowsService,
    private readonly attendees: ImportedPassesService,
  ) {}

  @Handles(routes.createImport)
  create(
    @Param("slug") slug: string,
    @CheckedQuery(routes.createImport) query: QueryOf<typeof routes.createImport>,
    @UploadedFile() content: Buffer<ArrayBuffer>,
    @Acting() actor: Actor,
  ): Promise<ImportSummary> {
    return this.imports.create(slug, query, content, actor);
  }

  @Handles(routes.listImports)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listImports) query: QueryOf<typeof routes.listImports>,
    @Acting() actor: Actor,
  ): Promise<Page<ImportSummary>> {
    return this.imports.list(slug, query, actor);
  }

  @Handles(routes.getImport)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ImportSummary> {
    return this.imports.get(slug, id, actor);
  }

  @Handles(routes.changeImportReading)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeImportReading) body: BodyOf<typeof routes.changeImportReading>,
    @Acting() actor: Actor,
  ): Promise<ImportSummary> {
    return this.imports.change(slug, id, body, actor);
  }

  @Handles(routes.listImportRows)
  listRows(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.listImportRows) query: QueryOf<typeof routes.listImportRows>,
    @Acting() actor: Actor,
  ): Promise<Page<ImportRow>> {
    return this.rows.list(slug, id, query, actor);
  }

  @Handles(routes.decideImportRows)
  decide(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.decideImportRows) body: BodyOf<typeof routes.decideImportRows>,
    @Acting() actor: Actor,
  ): Promise<ImportSummary> {
    return this.rows.decide(slug, id, body, actor);
  }

  @Handles(routes.confirmImport)
  confirm(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ImportSummary> {
    return this.confirming.confirm(slug, id, actor);
  }

  @Handles(routes.undoImport)
  undo(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ImportSummary> {
    return this.undoing.undo(slug, id, actor);
  }

  @Handles(routes.wrongImportRows)
  @Header("cache-control", "no-store")
  async wrongRows(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.wrongImportRows) { locale }: QueryOf<typeof routes.wrongImportRows>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.wrong.file(slug, id, locale, actor);
    void reply.headers(asCsv(`wrong-rows-${id}.csv`));
    return file;
  }

  @Handles(routes.importedPasses)
  @Header("cache-control", "no-store")
  async passes(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.attendees.file(slug, id, actor);
    void reply.headers(asCsv(`passes-${id}.csv`));
    return file;
  }

  @Handles(routes.discardImport)
  discard(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.imports.discard(slug, id, actor);
  }
}

const asCsv = (fileName: string): Record<string, string> => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${fileName}"`,
});
