import { Controller, Get, Logger } from "@nestjs/common";
import { HealthRepository } from "./health.repository.ts";
import { ProblemError } from "./problem-error.ts";

/** For balancers and supervisors: `live` means the process answers, `ready` that it can record. */
@Controller("health")
export class HealthController {
  private readonly log = new Logger("health");

  constructor(private readonly repository: HealthRepository) {}

  @Get("live")
  live(): { status: "ok" } {
    return { status: "ok" };
  }

  @Get("ready")
  async ready(): Promise<{ status: "ok" }> {
    try {
      await this.repository.check();
    } catch (error) {
      this.log.warn({ message: "not ready", error });
      throw new ProblemError("unavailable", "The database can't be reached.", { retryAfterSeconds: 1 });
    }
    return { status: "ok" };
  }
}
