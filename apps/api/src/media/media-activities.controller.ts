import { type BodyOf, type MediaActivity, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { MediaActivitiesService } from "./media-activities.service.ts";

@Controller()
export class MediaActivitiesController {
  constructor(private readonly activities: MediaActivitiesService) {}

  @Handles(routes.listMediaActivities)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listMediaActivities) query: QueryOf<typeof routes.listMediaActivities>,
    @Acting() actor: Actor,
  ): Promise<Page<MediaActivity>> {
    return this.activities.list(slug, query, actor);
  }

  @Handles(routes.logMediaActivity)
  log(
    @Param("slug") slug: string,
    @CheckedBody(routes.logMediaActivity) body: BodyOf<typeof routes.logMediaActivity>,
    @Acting() actor: Actor,
  ): Promise<MediaActivity> {
    return this.activities.log(slug, body, actor);
  }

  @Handles(routes.getMediaActivity)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<MediaActivity> {
    return this.activities.get(slug, id, actor);
  }

  @Handles(routes.changeMediaActivity)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeMediaActivity) body: BodyOf<typeof routes.changeMediaActivity>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<MediaActivity> {
    return this.activities.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeMediaActivity)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.activities.remove(slug, id, actor);
  }
}
