import { routes } from "@abwab/contract";
import { type INestApplicationContext, Logger } from "@nestjs/common";
import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";
import { Authenticator } from "../../platform/authenticator.ts";
import { CallerCheck } from "../../platform/caller-check.ts";
import type { Principal } from "../../platform/principal.ts";
import { ProblemError } from "../../platform/problem-error.ts";
import { problemOf } from "../../platform/problem-filter.ts";
import { noteAnswer } from "../../platform/request-log.ts";
import { answerText } from "../answer-text.ts";
import { type CheckedItem, checkItem } from "../check-item.ts";
import { EntriesService, type EntriesEnvelope } from "../entries.service.ts";
import { overloaded } from "../overloaded.ts";
import { plainEntry } from "../plain-entry.ts";
import { plainFrame } from "../plain-frame.ts";
import { LaneAnswers } from "./lane-answers.ts";
import { LaneConnection } from "./lane-connection.ts";
import { type PlainHead, type PlainRequest, readPlainRequest } from "./plain-request.ts";

const { method, path: url } = routes.recordEntries;
/** A key that could be taken for an object's prototype, or an escape that could hide one. */
const PROTOTYPE_KEY = /__proto__|constructor|\\/;

/** A plain request with its items, each checked. */
export interface LaneRequest {
  head: PlainHead;
  frame: EntriesEnvelope;
  checked: CheckedItem[];
}

/**
 * Takes a kiosk's entries off its connection before Node's HTTP is asked, whose streams and objects cost more than
 * the rest of a request together. Only what comes whole and in plain form goes here: a connection that brings anything
 * else is given to Node's HTTP with all that came, for good, so that whatever is unusual is answered by one code.
 */
export class ExpressLane {
  private readonly connections = new Set<LaneConnection>();
  private readonly authenticator: Authenticator;
  private readonly callers: CallerCheck;
  private readonly entries: EntriesService;
  private readonly answers: LaneAnswers;
  private readonly log = new Logger("http");

  constructor(
    private readonly http: HttpServer,
    nest: INestApplicationContext,
  ) {
    this.authenticator = nest.get(Authenticator);
    this.callers = nest.get(CallerCheck);
    this.entries = nest.get(EntriesService);
    this.answers = new LaneAnswers(http.keepAliveTimeout);
    const toHttp = http.listeners("connection");
    http.removeAllListeners("connection");
    http.on("connection", (socket: Socket) => {
      const connection = new LaneConnection(socket, this, () => {
        for (const listener of toHttp) listener.call(http, socket);
      });
      this.connections.add(connection);
    });
  }

  get idleTimeoutMs(): number {
    return this.http.keepAliveTimeout;
  }

  forget(connection: LaneConnection): void {
    this.connections.delete(connection);
  }

  /** As the HTTP server's own: what waits for an answer gets it first. */
  closeIdleConnections(): void {
    for (const connection of this.connections) connection.closeIfIdle();
  }

  /**
   * What a chunk brings: a request to take, an answer that needs no look at it, or undefined where Node's HTTP must
   * judge.
   */
  read(chunk: Buffer, known: PlainHead | undefined): LaneRequest | string | undefined {
    // A server that is stopping refuses in words of its own.
    if (!this.http.listening) return undefined;
    const request = readPlainRequest(chunk, known);
    if (request === undefined) return undefined;
    // Before the body is read, while the queue is full: the work goes to what is in it.
    if (this.entries.commits.isNearlyFull) return this.answers.problem(overloaded(), randomUUID());
    try {
      return this.check(request);
    } catch (error) {
      if (!(error instanceof SyntaxError)) this.log.error({ message: "a plain request could not be read", error });
      return undefined;
    }
  }

  /** Resolves with the whole answer. */
  async answer({ head, frame, checked }: LaneRequest): Promise<string> {
    const name = { id: randomUUID(), method, url };
    const begun = performance.now();
    try {
      const caller = this.authenticator.knownDevice(head.authorization) ?? (await this.callerOf(head));
      const text = answerText(await this.entries.record(caller, frame, checked));
      noteAnswer(name, routes.recordEntries.status, performance.now() - begun);
      return this.answers.found(text, name.id);
    } catch (error) {
      const problem = problemOf(error, name);
      noteAnswer(name, problem.status, performance.now() - begun);
      return this.answers.problem(problem, name.id);
    }
  }

  private async callerOf({ authorization }: PlainHead): Promise<Principal> {
    const caller = await this.callers.identify(routes.recordEntries, authorization);
    if (caller === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
    return caller;
  }

  /** Throws a SyntaxError for what is no JSON. */
  private check({ head, body }: PlainRequest): LaneRequest | undefined {
    const text = body.toString("latin1");
    const frame = plainFrame(JSON.parse(text));
    if (frame === undefined) return undefined;
    const checked: CheckedItem[] = [];
    for (const raw of frame.entries) {
      const item = plainEntry(raw);
      // The plain form knows every key by name; of any other none may be one that Node's HTTP would refuse.
      if (item === undefined && PROTOTYPE_KEY.test(text)) return undefined;
      checked.push(item === undefined ? checkItem(raw) : { ok: true, item });
    }
    return { head, frame, checked };
  }
}
