import type { BodyInput, ParamsOf, QueryInput, ResponseOf, Route } from "@abwab/contract";
import { addressOf } from "./address.ts";
import { ApiProblem } from "./api-problem.ts";
import type { CookieHolder } from "./cookie-holder.ts";
import { Unreachable } from "./unreachable.ts";

export interface ClientOptions {
  /** Origin of the service, `http://127.0.0.1:4870`; in a browser the page's own when left out. */
  readonly baseUrl?: string;
  /** A device's or an integrator's token, sent as `Authorization: Bearer`. */
  readonly token?: string | (() => string | undefined);
  /** For programs outside a browser that sign in as a person. */
  readonly cookie?: CookieHolder;
  readonly fetch?: typeof fetch;
  /** How long an answer may take; 10 s. */
  readonly timeoutMs?: number;
}

type Given<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Record<never, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };
type ParamsGiven<R extends Route> = keyof ParamsOf<R["path"]> extends never
  ? unknown
  : { readonly params: ParamsOf<R["path"]> };

interface CommonOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

type FileOf<R extends Route> = R["upload"] extends true ? Blob | Uint8Array<ArrayBuffer> : undefined;

/** What a call of the route takes: `params`, `query`, `body` and `file` are there, and required, as the route has them. */
export type CallOptions<R extends Route> = CommonOptions &
  ParamsGiven<R> &
  Given<"query", QueryInput<R>> &
  Given<"body", BodyInput<R>> &
  Given<"file", FileOf<R>>;

type CallArguments<R extends Route> =
  Record<never, never> extends CallOptions<R> ? [options?: CallOptions<R>] : [options: CallOptions<R>];

export type IfChanged<Body> =
  | { readonly changed: false }
  | { readonly changed: true; readonly body: Body; readonly etag: string | undefined };

export interface Client {
  /**
   * Calls a route and resolves with its answer's body. Throws `ApiProblem` when the service refuses and
   * `Unreachable` when no answer of it came; a caller's own abort is rethrown as it is.
   */
  call<R extends Route>(route: R, ...options: CallArguments<R>): Promise<ResponseOf<R>>;
  /** Like `call`, but asks only for what differs from the representation that `etag` names. */
  callIfChanged<R extends Route>(
    route: R,
    etag: string | undefined,
    ...options: CallArguments<R>
  ): Promise<IfChanged<ResponseOf<R>>>;
}

interface LooseOptions extends CommonOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: Blob | Uint8Array<ArrayBuffer>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** A file takes longer on the way. */
const UPLOAD_TIMEOUT_MS = 120_000;

export function createClient(options: ClientOptions = {}): Client {
  const baseUrl = (options.baseUrl ?? "").replace(/\/+$/, "");
  const send = options.fetch ?? ((input: string, init: RequestInit) => fetch(input, init));

  function headersFor(route: Route, call: LooseOptions): Headers {
    const headers = new Headers({ accept: "application/json, application/problem+json" });
    const token = typeof options.token === "function" ? options.token() : options.token;
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (call.body !== undefined) headers.set("content-type", "application/json");
    if (call.file !== undefined) headers.set("content-type", "application/octet-stream");
    const cookie = options.cookie?.header;
    if (cookie !== undefined) headers.set("cookie", cookie);
    // The service checks where a change by cookie comes from; a browser says so by itself.
    if (options.cookie && route.method !== "GET") headers.set("origin", new URL(baseUrl).origin);
    for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
    return headers;
  }

  async function exchange(route: Route, call: LooseOptions): Promise<{ response: Response; body: unknown }> {
    const address = baseUrl + addressOf(route, call.params, call.query);
    const usual = route.upload ? UPLOAD_TIMEOUT_MS : (options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const timeout = AbortSignal.timeout(call.timeoutMs ?? usual);
    let response: Response;
    let text: string;
    try {
      response = await send(address, {
        method: route.method,
        headers: headersFor(route, call),
        body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
        signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      });
      text = await response.text();
    } catch (error) {
      if (call.signal?.aborted) throw error;
      const reason = timeout.aborted ? "no answer in time" : "no answer";
      throw new Unreachable(`${route.method} ${route.path}: ${reason}`, { cause: error });
    }
    options.cookie?.keep(response.headers);
    const body = readJson(response, text);
    if (response.ok || response.status === 304) return { response, body };
    throw new ApiProblem(response, body);
  }

  function expectAnswer(route: Route, response: Response, body: unknown): void {
    // A captive portal answers every address with a page of its own and status 200: that is not the service.
    const missing = route.response !== undefined && body === undefined;
    if (missing) throw new Unreachable(`${route.method} ${route.path}: status ${response.status} without JSON`);
  }

  return {
    async call<R extends Route>(route: R, ...[call]: CallArguments<R>) {
      const { response, body } = await exchange(route, call ?? {});
      expectAnswer(route, response, body);
      return body as ResponseOf<R>;
    },
    async callIfChanged<R extends Route>(route: R, etag: string | undefined, ...[call]: CallArguments<R>) {
      const headers = { ...call?.headers, ...(etag !== undefined && { "if-none-match": etag }) };
      // A browser passes a 304 through, rather than answer from its cache, because the header is set here.
      const { response, body } = await exchange(route, { ...call, headers });
      if (response.status === 304) return { changed: false };
      expectAnswer(route, response, body);
      return { changed: true, body: body as ResponseOf<R>, etag: response.headers.get("etag") ?? undefined };
    },
  };
}

function readJson(response: Response, text: string): unknown {
  if (!/\bjson\b/i.test(response.headers.get("content-type") ?? "")) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unreachable("an answer was cut off or is not JSON", { cause: error });
  }
}
