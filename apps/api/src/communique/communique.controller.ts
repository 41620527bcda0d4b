import {
  type BodyOf,
  type Communique,
  type CommuniqueTemplate,
  type Comparison,
  type QueryOf,
  routes,
} from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { CommuniqueService } from "./communique.service.ts";
import { ComparisonService } from "./comparison.service.ts";

@Controller()
export class CommuniqueController {
  constructor(
    private readonly communiques: CommuniqueService,
    private readonly comparisons: ComparisonService,
  ) {}

  @Handles(routes.getCommunique)
  get(
    @Param("slug") slug: string,
    @CheckedQuery(routes.getCommunique) query: QueryOf<typeof routes.getCommunique>,
    @Acting() actor: Actor,
  ): Promise<Communique> {
    return this.communiques.get(slug, query, actor);
  }

  @Handles(routes.previewCommunique)
  preview(
    @Param("slug") slug: string,
    @CheckedBody(routes.previewCommunique) body: BodyOf<typeof routes.previewCommunique>,
    @Acting() actor: Actor,
  ): Promise<Communique> {
    return this.communiques.preview(slug, body, actor);
  }

  @Handles(routes.printCommunique)
  @Header("cache-control", "no-store")
  async print(
    @Param("slug") slug: string,
    @CheckedQuery(routes.printCommunique) query: QueryOf<typeof routes.printCommunique>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.communiques.print(slug, query, actor);
    void reply.headers({
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${fileName}"`,
    });
    return pdf;
  }

  @Handles(routes.listCommuniqueTemplates)
  async versions(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listCommuniqueTemplates) { locale }: QueryOf<typeof routes.listCommuniqueTemplates>,
    @Acting() actor: Actor,
  ): Promise<{ items: CommuniqueTemplate[] }> {
    return { items: await this.communiques.versions(slug, locale, actor) };
  }

  @Handles(routes.saveCommuniqueTemplate)
  save(
    @Param("slug") slug: string,
    @CheckedBody(routes.saveCommuniqueTemplate) body: BodyOf<typeof routes.saveCommuniqueTemplate>,
    @Acting() actor: Actor,
  ): Promise<CommuniqueTemplate> {
    return this.communiques.save(slug, body, actor);
  }

  @Handles(routes.compareEditions)
  compare(
    @Param("slug") slug: string,
    @CheckedQuery(routes.compareEditions) query: QueryOf<typeof routes.compareEditions>,
    @Acting() actor: Actor,
  ): Promise<Comparison> {
    return this.comparisons.compare(slug, query.with, actor);
  }
}
