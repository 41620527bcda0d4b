const PLAIN = "abwab_session";
/** The prefix makes a browser refuse it from another host or over plain HTTP. */
const SECURE = `__Host-${PLAIN}`;

/** The secret of the session that a `Cookie` header names. */
export function sessionIn(header: string): string | undefined {
  return readCookie(header, SECURE) ?? readCookie(header, PLAIN);
}

/** @param secure whether people reach the service over https */
export function setSession(token: string, lifetimeSeconds: number, secure: boolean): string {
  return secure
    ? `${SECURE}=${token}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Strict; Secure`
    : `${PLAIN}=${token}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Strict`;
}

/** Both names: the service may have been moved behind https since. */
export const endSession = (): string[] => [setSession("", 0, true), setSession("", 0, false)];

/** Whether people reach the service over https: here, or at the proxy that ABWAB_PUBLIC_URL names. */
export const isReachedOverTls = ({ protocol }: { protocol: string }, publicUrl: string | undefined): boolean =>
  protocol === "https" || publicUrl?.startsWith("https:") === true;

function readCookie(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return undefined;
}
