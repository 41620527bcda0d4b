import { type Page, type PageQuery, type Session, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import type { PersonPrincipal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { SessionsRepository } from "./sessions.repository.ts";

/** Where somebody is signed in, for them to see and to end. */
@Injectable()
export class OwnSessionsService {
  constructor(private readonly sessions: SessionsRepository) {}

  /** The latest first. */
  async list(person: PersonPrincipal, { limit, cursor }: PageQuery): Promise<Page<Session>> {
    const after = readCursor(cursor, uuid);
    const stored = await this.sessions.list(person.id, { after, limit: limit + 1 });
    const sessions = stored.map((session) => ({ ...session, current: session.id === person.sessionId }));
    return pageOf(sessions, limit, (session) => session.id);
  }

  /** Throws `not_found`, for somebody else's too. */
  async end(person: PersonPrincipal, id: string): Promise<void> {
    const ended = uuid.safeParse(id).success && (await this.sessions.endOwn(person.id, id));
    if (!ended) throw new ProblemError("not_found", "There is no such session of yours.");
  }
}
