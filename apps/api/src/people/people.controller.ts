import { type BodyOf, type Page, type Person, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { PeopleService } from "./people.service.ts";

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Handles(routes.listPeople)
  list(
    @CheckedQuery(routes.listPeople) query: QueryOf<typeof routes.listPeople>,
    @Acting() actor: Actor,
  ): Promise<Page<Person>> {
    return this.people.list(query, actor);
  }

  @Handles(routes.createPerson)
  create(
    @CheckedBody(routes.createPerson) body: BodyOf<typeof routes.createPerson>,
    @Acting() actor: Actor,
  ): Promise<Person & { password?: string }> {
    return this.people.create(body, actor);
  }

  @Handles(routes.getPerson)
  get(@Param("id") id: string, @Acting() actor: Actor): Promise<Person> {
    return this.people.get(id, actor);
  }

  @Handles(routes.changePerson)
  change(
    @Param("id") id: string,
    @CheckedBody(routes.changePerson) body: BodyOf<typeof routes.changePerson>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Person> {
    return this.people.change(id, body, actor, ifMatch);
  }

  @Handles(routes.resetSecondFactor)
  resetSecondFactor(@Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.people.resetSecondFactor(id, actor);
  }

  @Handles(routes.removePerson)
  remove(@Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.people.remove(id, actor);
  }
}
