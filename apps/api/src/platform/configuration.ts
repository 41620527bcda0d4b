import { z } from "zod";

/** `abwab@example.org`, or `Abwab <abwab@example.org>`. */
const mailbox = z
  .string()
  .max(320)
  .regex(/^(?:[^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u, "must be like Abwab <abwab@example.org>");
const flag = z.enum(["on", "off"]).transform((word) => word === "on");

/** Every setting of the service. An unknown `ABWAB_…` name or a wrong value stops the start with its name. */
const settings = z
  .object({
    /** PostgreSQL connection string. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4870),
    /** Address to listen on; 0.0.0.0 opens the service to the network. */
    HOST: z.string().min(1).default("127.0.0.1"),
    /** Origin under which people and kiosks reach the service, for links and the origin check behind a proxy. */
    ABWAB_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** How many reverse proxies stand in front; the client's address is taken from that far back. */
    ABWAB_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    ABWAB_ADMIN_EMAIL: z.email().optional(),
    ABWAB_ADMIN_PASSWORD: z.string().min(8).optional(),
    /** Whether to bring the sample editions. */
    ABWAB_SAMPLE: flag.default(false),
    /** Folder of the built front ends. */
    ABWAB_WEB_ROOT: z.string().optional(),
    /** Most entries that may wait for a commit; beyond it requests are answered 503 at once. */
    ABWAB_QUEUE_LIMIT: z.coerce.number().int().min(500).max(1_000_000).default(20_000),
    /** Connections to the database. */
    ABWAB_POOL_SIZE: z.coerce.number().int().min(3).max(100).default(10),
    /** Bearer token for /metrics; without it only requests from this machine are answered. */
    ABWAB_METRICS_TOKEN: z.string().min(16).optional(),
    /** Whether webhooks may go to private addresses, and without TLS: for receivers beside the service. */
    ABWAB_WEBHOOKS_PRIVATE: flag.default(false),
    /** Mail server that letters go through, with its user and password; without it none are sent. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** What letters say they are from. */
    SMTP_FROM: mailbox.optional(),
    ABWAB_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .refine(({ SMTP_URL, SMTP_FROM }) => SMTP_URL === undefined || SMTP_FROM !== undefined, {
    path: ["SMTP_FROM"],
    error: "SMTP_URL needs it",
  });

/** Used by the launcher and the tools, not by the service. */
const launcherSettings = ["ABWAB_DATA", "ABWAB_TOKEN"];

/** Every name that may be set, of the service, the launcher and the tools. */
export const settingNames: readonly string[] = [...Object.keys(settings.shape), ...launcherSettings];

export type Configuration = z.output<typeof settings>;
export type ConfigurationInput = z.input<typeof settings>;
export const CONFIGURATION = Symbol("configuration");

/** Names the setting that is wrong and says why. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
}

export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const unknown = Object.keys(environment).find((name) => name.startsWith("ABWAB_") && !settingNames.includes(name));
  if (unknown !== undefined) throw new ConfigurationError(`There is no setting ${unknown}.`);
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = settings.safeParse(filled);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigurationError(`The setting ${String(issue?.path[0])} is wrong: ${issue?.message}.`);
}
