import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type BodyOf, type ExportList, type ExportSummary, type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Headers, Param, Res, StreamableFile } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { ExportsService } from "./exports.service.ts";
import { mediaTypeOf } from "./file-name.ts";

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Handles(routes.createExport)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createExport) body: BodyOf<typeof routes.createExport>,
    @Acting() actor: Actor,
  ): Promise<ExportSummary> {
    return this.exports.create(slug, body, actor);
  }

  @Handles(routes.listExports)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listExports) query: QueryOf<typeof routes.listExports>,
    @Acting() actor: Actor,
  ): Promise<ExportList> {
    return this.exports.list(slug, query, actor);
  }

  @Handles(routes.getExport)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ExportSummary> {
    return this.exports.get(slug, id, actor);
  }

  @Handles(routes.cancelExport)
  cancel(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ExportSummary> {
    return this.exports.cancel(slug, id, actor);
  }

  @Handles(routes.retryExport)
  retry(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ExportSummary> {
    return this.exports.retry(slug, id, actor);
  }

  /** A text lies gzipped and goes as it lies to whoever takes that, as every browser does. */
  @Handles(routes.downloadExport)
  @Header("cache-control", "no-store")
  async download(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @Headers("accept-encoding") accepted: string | undefined,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { summary, content } = await this.exports.file(slug, id, actor);
    const { request, fileName } = summary;
    void reply.headers({
      "content-type": mediaTypeOf(request),
      "content-disposition": `attachment; filename="${fileName}"`,
    });
    if (request.gzip || request.format === "xlsx") {
      void reply.header("content-length", summary.bytes);
      return new StreamableFile(content);
    }
    void reply.header("vary", "accept-encoding");
    if (/\bgzip\b/.test(accepted ?? "")) {
      void reply.header("content-encoding", "gzip");
      return new StreamableFile(content);
    }
    void reply.header("content-length", summary.bytes);
    return new StreamableFile(unpacked(content));
  }

  @Handles(routes.removeExport)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.exports.remove(slug, id, actor);
  }
}

/** Whichever of the two ends early, the other does too. */
const unpacked = (content: Readable): Readable => pipeline(content, createGunzip(), () => undefined);
