import { ASK_EXPIRES_MS, entriesEnvelope, newEntry, newVoid, type EntryItem, type EntryResult } from "@abwab/contract";

/** What happens to one request. `lost` after the commit: the server has it, the kiosk does not know. */
export type Fault =
  | "none"
  | "offline"
  | "lost"
  | "server_error"
  | "overloaded"
  | "portal"
  | "revoked"
  | "half_an_answer";

interface Stored {
  readonly content: string;
  readonly headcount: number;
  readonly direction: "in" | "out";
  voided: boolean;
}

/**
 * The server's promises on entries in fifty lines: permanent ids, entries before voids, item by item. It stands
 * behind `fetch`, so that the real client with its real errors is what the outbox talks to.
 */
export class ModelServer {
  readonly entries = new Map<string, Stored>();
  readonly voids = new Map<string, string>();
  /** The requests that reached it, as their items. */
  readonly requests: { ids: string[]; pending: number | undefined }[] = [];
  /** Faults of the next requests; none after them. */
  faults: Fault[] = [];
  /** Ids of items no server can read: the whole request is refused with them. */
  poison = new Set<string>();
  /** Passes that nobody is admitted with who asks first. */
  notAdmitted = new Set<string>();
  /** Passes of groups, with how many of each had come before. */
  readonly arrived = new Map<string, number>();
  refuse = new Map<string, NonNullable<EntryResult["code"]>>();
  now: () => number = () => Date.now();

  readonly fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    const fault = this.faults.shift() ?? "none";
    if (fault === "offline") throw new TypeError("fetch failed");
    if (fault === "server_error") return new Response("<h1>Bad gateway</h1>", { status: 502 });
    if (fault === "portal")
      return new Response("<h1>Wi-Fi</h1>", { status: 200, headers: { "content-type": "text/html" } });
    if (fault === "overloaded") return problem(503, "overloaded", { "retry-after": "5" });
    if (fault === "revoked") return problem(401, "device_revoked");
    const answer = this.#answer(entriesEnvelope.parse(JSON.parse(typeof init?.body === "string" ? init.body : "null")));
    if (fault === "lost") throw new TypeError("connection reset");
    if (fault === "half_an_answer") return Response.json({ results: "?" });
    return answer;
  };

  /** What the edition's count must be: everything recorded and not taken back. */
  get inside(): number {
    let sum = 0;
    for (const { headcount, direction, voided } of this.entries.values()) {
      if (!voided) sum += direction === "in" ? headcount : -headcount;
    }
    return sum;
  }

  #answer({ entries, device }: ReturnType<typeof entriesEnvelope.parse>): Response {
    const items = entries.map((item) => (isVoid(item) ? newVoid : newEntry).parse(item));
    this.requests.push({ ids: items.map(({ id }) => id), pending: device?.pending });
    if (items.some(({ id }) => this.poison.has(id))) return problem(400, "invalid");
    const results = new Map<string, EntryResult>();
    for (const item of items) if (!("voids" in item)) results.set(item.id, this.#record(item));
    for (const item of items) if ("voids" in item) results.set(item.id, this.#void(item));
    return Response.json({
      serverTime: new Date(this.now()).toISOString(),
      results: items.map(({ id }) => results.get(id)),
      zone: null,
    });
  }

  #record(item: Exclude<EntryItem, { voids: string }>): EntryResult {
    const code = this.refuse.get(item.id);
    if (code) return { id: item.id, status: "refused", flags: [], code };
    if (item.claim === "ask" && this.notAdmitted.has(item.pass ?? "")) {
      const verdict = { admit: false, reason: "already_used" } as const;
      return { id: item.id, status: "refused", flags: [], code: "not_admitted", verdict };
    }
    const content = JSON.stringify([item.checkpoint, item.direction, item.headcount, item.category, item.occurredAt]);
    const before = this.entries.get(item.id);
    if (before && before.content !== content) return { id: item.id, status: "refused", flags: [], code: "id_reused" };
    const arrived = item.claim === "ask" ? this.arrived.get(item.pass ?? "") : undefined;
    const groupArrived = arrived === undefined ? {} : { groupArrived: arrived };
    if (before) return { id: item.id, status: "duplicate", flags: [], ...groupArrived };
    if (item.claim === "ask" && this.now() - Date.parse(item.occurredAt) > ASK_EXPIRES_MS) {
      return { id: item.id, status: "refused", flags: [], code: "expired" };
    }
    this.entries.set(item.id, { content, headcount: item.headcount, direction: item.direction, voided: false });
    return { id: item.id, status: "recorded", flags: [], ...groupArrived };
  }

  #void(item: Extract<EntryItem, { voids: string }>): EntryResult {
    if (this.voids.has(item.id)) return { id: item.id, status: "duplicate", flags: [] };
    const code = this.refuse.get(item.id);
    const target = this.entries.get(item.voids);
    if (code) return { id: item.id, status: "refused", flags: [], code };
    if (!target) return { id: item.id, status: "refused", flags: [], code: "unknown_entry" };
    if (target.voided) return { id: item.id, status: "refused", flags: [], code: "void_not_allowed" };
    target.voided = true;
    this.voids.set(item.id, item.voids);
    return { id: item.id, status: "recorded", flags: [] };
  }
}

const isVoid = (item: unknown): boolean => typeof item === "object" && item !== null && "voids" in item;

function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { type: "about:blank", title: code, status, code };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json", ...headers } });
}
