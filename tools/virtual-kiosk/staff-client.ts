import { ApiProblem, CookieHolder, createClient, Unreachable, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { FatalError } from "../start/fatal-error.ts";

export interface StaffCredentials {
  readonly token?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
}

/** How a tool signs in: an API token, else an administrator's e-mail and password. */
export function credentialsFrom(environment: NodeJS.ProcessEnv = process.env): StaffCredentials {
  return {
    token: environment["ABWAB_TOKEN"] || undefined,
    email: environment["ABWAB_ADMIN_EMAIL"] || undefined,
    password: environment["ABWAB_ADMIN_PASSWORD"] || undefined,
  };
}

/** A client that may prepare devices and read counts. Throws FatalError with a sentence that says what is missing. */
export async function openStaffClient(baseUrl: string, credentials: StaffCredentials): Promise<Client> {
  if (!URL.canParse(baseUrl)) throw new FatalError(`"${baseUrl}" is not an address such as http://127.0.0.1:4870.`);
  if (credentials.token !== undefined) return createClient({ baseUrl, token: credentials.token, timeoutMs: 30_000 });
  const { email, password } = credentials;
  if (email === undefined || password === undefined) {
    throw new FatalError(
      "Say who signs in: ABWAB_ADMIN_EMAIL and ABWAB_ADMIN_PASSWORD, or an API token in ABWAB_TOKEN.",
    );
  }
  const client = createClient({ baseUrl, cookie: new CookieHolder(), timeoutMs: 30_000 });
  try {
    await client.call(routes.signIn, { body: { email, password } });
  } catch (cause) {
    if (cause instanceof Unreachable)
      throw new FatalError(`Abwab does not answer at ${baseUrl}; is it started (npm start)?`, { cause });
    if (cause instanceof ApiProblem) throw new FatalError(`${email} cannot sign in. ${cause.message}`, { cause });
    throw cause;
  }
  return client;
}
