import { type BodyOf, type Operator, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { OperatorsService } from "./operators.service.ts";

@Controller()
export class OperatorsController {
  constructor(private readonly operators: OperatorsService) {}

  @Handles(routes.listOperators)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listOperators) query: QueryOf<typeof routes.listOperators>,
    @Acting() actor: Actor,
  ): Promise<Page<Operator>> {
    return this.operators.list(slug, query, actor);
  }

  @Handles(routes.createOperator)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createOperator) body: BodyOf<typeof routes.createOperator>,
    @Acting() actor: Actor,
  ): Promise<Operator> {
    return this.operators.create(slug, body, actor);
  }

  @Handles(routes.getOperator)
  get(@Param("slug") slug: string, @Param("code") code: string, @Acting() actor: Actor): Promise<Operator> {
    return this.operators.get(slug, code, actor);
  }

  @Handles(routes.changeOperator)
  change(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.changeOperator) body: BodyOf<typeof routes.changeOperator>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Operator> {
    return this.operators.change(slug, code, body, actor, ifMatch);
  }

  @Handles(routes.removeOperator)
  remove(@Param("slug") slug: string, @Param("code") code: string, @Acting() actor: Actor): Promise<void> {
    return this.operators.remove(slug, code, actor);
  }
}
