import type { z } from "zod";
import type { Role } from "./people.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** Who may call a route. A person or a token needs the named role or one above it. */
export interface Access {
  readonly anyone?: true;
  readonly device?: true;
  readonly person?: Role;
  readonly token?: Role;
  /** Also for somebody who has still to set up the second factor that their role needs. */
  readonly settingUp?: true;
}

/**
 * One route of the wire contract: the single place that names its method, path, access and schemas. The service's
 * controllers, the typed client and the OpenAPI document are all made from it.
 */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `:name` for path parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  /** Keeps to the zones of who is bound to some; every other route of an edition is closed to them. */
  readonly ofZones?: true;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a file, sent as `application/octet-stream`. */
  readonly upload?: true;
  /** Status of success; 204 has no response body. */
  readonly status: 200 | 201 | 204;
  readonly response?: z.ZodType;
  /** Answered as this media type, or one of these, instead of JSON. */
  readonly document?: string | readonly string[];
  /**
   * What is answered is one thing in its present state, named by its `ETag`; a PATCH takes `If-Match`, and is refused as
   * `changed_meanwhile` where that names another state. A function says what the state is, where parts of the thing change
   * by themselves.
   */
  readonly versioned?: true | StateOf;
  readonly problems?: readonly ProblemCode[];
}

/** What of a thing people edit: two states of it differ where this does. */
export type StateOf = (thing: Readonly<Record<string, unknown>>) => unknown;

/** The state is the fields that a change may name. */
export const editable =
  (patch: z.ZodObject): StateOf =>
  (thing) =>
    Object.fromEntries(Object.keys(patch.shape).map((field) => [field, thing[field]]));

/** The query as a controller gets it, checked. */
export type QueryOf<R extends Route> = R["query"] extends z.ZodType ? z.output<R["query"]> : undefined;
/** The query as a caller gives it. */
export type QueryInput<R extends Route> = R["query"] extends z.ZodType ? z.input<R["query"]> : undefined;
/** The body as a controller gets it, checked. */
export type BodyOf<R extends Route> = R["body"] extends z.ZodType ? z.output<R["body"]> : undefined;
/** The body as a caller gives it. */
export type BodyInput<R extends Route> = R["body"] extends z.ZodType ? z.input<R["body"]> : undefined;
/** The answer's body. */
export type ResponseOf<R extends Route> = R["response"] extends z.ZodType ? z.output<R["response"]> : void;

type Segments<Path extends string> = Path extends `${infer Head}/${infer Rest}` ? Head | Segments<Rest> : Path;
/** The parameters in a path: `"slug" | "code"` for `/editions/:slug/zones/:code`. */
export type ParamsOf<Path extends string> = {
  [Segment in Segments<Path> as Segment extends `:${infer Name}` ? Name : never]: string;
};

export const route = <const R extends Route>(definition: R): R => definition;

const everyone = (role: Role): Access => ({ person: role, token: role });
export const access = {
  anyone: { anyone: true },
  device: { device: true },
  viewer: everyone("viewer"),
  viewerOrDevice: { ...everyone("viewer"), device: true },
  supervisor: everyone("supervisor"),
  organiser: everyone("organiser"),
  administrator: everyone("administrator"),
  /** Whoever is signed in with a cookie. */
  signedIn: { person: "viewer" },
  /** The same, and also before the second factor that the role needs is set up. */
  settingUp: { person: "viewer", settingUp: true },
} as const satisfies Record<string, Access>;
