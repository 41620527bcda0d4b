import { type MailStatus, routes } from "@abwab/contract";
import { Controller } from "@nestjs/common";
import { Handles } from "../platform/handles.ts";
import { MailServer } from "./mail-server.ts";

@Controller()
export class MailController {
  constructor(private readonly server: MailServer) {}

  @Handles(routes.mailStatus)
  status(): MailStatus {
    return this.server.status();
  }
}
