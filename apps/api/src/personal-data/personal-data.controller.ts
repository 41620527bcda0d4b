import { type BodyOf, type Erasure, type PersonalFindings, type PersonalHoldings, routes } from "@abwab/contract";
import { Controller } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, Handles } from "../platform/handles.ts";
import { PersonErasureService } from "./person-erasure.service.ts";

@Controller()
export class PersonalDataController {
  constructor(private readonly erasures: PersonErasureService) {}

  @Handles(routes.personalHoldings)
  holdings(@Acting() actor: Actor): Promise<PersonalHoldings> {
    return this.erasures.holdings(actor);
  }

  @Handles(routes.findPerson)
  find(
    @CheckedBody(routes.findPerson) { text }: BodyOf<typeof routes.findPerson>,
    @Acting() actor: Actor,
  ): Promise<PersonalFindings> {
    return this.erasures.find(text, actor);
  }

  @Handles(routes.erasePerson)
  erase(
    @CheckedBody(routes.erasePerson) body: BodyOf<typeof routes.erasePerson>,
    @Acting() actor: Actor,
  ): Promise<Erasure> {
    return this.erasures.erase(body, actor);
  }
}
