import { routes } from "@abwab/contract";
import type { INestApplicationContext } from "@nestjs/common";
import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";
import { Authenticator } from "../../platform/authenticator.ts";
import type { DevicePrincipal } from "../../platform/principal.ts";
import { problemOf } from "../../platform/problem-filter.ts";
import { noteAnswer } from "../../platform/request-log.ts";
import { answerText } from "../answer-text.ts";
import type { CheckedItem } from "../check-item.ts";
import { EntriesService, type EntriesEnvelope } from "../entries.service.ts";
import { overloaded } from "../overloaded.ts";
import { plainEntry } from "../plain-entry.ts";
import { plainFrame } from "../plain-frame.ts";
import { LaneAnswers } from "./lane-answers.ts";
import { LaneConnection } from "./lane-connection.ts";
import { type PlainHead, type PlainRequest, readPlainRequest } from "./plain-request.ts";

const { method, path: url } = routes.recordEntries;

/** A plain request whose sender and items are all in order. */
export interface LaneRequest {
  head: PlainHead;
  caller: DevicePrincipal;
  frame: EntriesEnvelope;
  checked: CheckedItem[];
}

/**
 * Takes a kiosk's entries off its connection before Node's HTTP is asked, whose streams and objects cost more than
 * the rest of a request together. Only what is whole, plain and in order goes here: a connection that brings anything
 * else is given to Node's HTTP with all that came, for good, so that whatever is unusual is answered by one code.
 */
export class ExpressLane {
  private readonly connections = new Set<LaneConnection>();
  private readonly authenticator: Authenticator;
  private readonly entries: EntriesService;
  private readonly answers: LaneAnswers;

  constructor(
    private readonly http: HttpServer,
    nest: INestApplicationContext,
  ) {
    this.authenticator = nest.get(Authenticator);
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
    return this.check(request);
  }

  /** Resolves with the whole answer. */
  async answer({ caller, frame, checked }: LaneRequest): Promise<string> {
    const name = { id: randomUUID(), method, url };
    const begun = performance.now();
    try {
      const text = answerText(await this.entries.record(caller, frame, checked));
      noteAnswer(name, routes.recordEntries.status, performance.now() - begun);
      return this.answers.found(text, name.id);
    } catch (error) {
      const problem = problemOf(error, name);
      noteAnswer(name, problem.status, performance.now() - begun);
      return this.answers.problem(problem, name.id);
    }
  }

  private check({ head, body }: PlainRequest): LaneRequest | undefined {
    const caller = this.authenticator.knownDevice(head.authorization);
    if (caller === undefined) return undefined;
    const frame = plainFrame(parsed(body));
    if (frame === undefined) return undefined;
    const checked: CheckedItem[] = [];
    for (const raw of frame.entries) {
      const item = plainEntry(raw);
      if (item === undefined) return undefined;
      checked.push({ ok: true, item });
    }
    return { head, caller, frame, checked };
  }
}

/** undefined for what is no JSON. No key needs a look for prototypes: the plain forms know every one by name. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
