/** Keeps the session cookie of one service between calls, for programs that have no browser around them. */
export class CookieHolder {
  readonly #cookies = new Map<string, string>();

  /** Takes over what an answer sets; an empty value or `Max-Age=0` removes. */
  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const equals = pair.indexOf("=");
      if (equals < 1) continue;
      const name = pair.slice(0, equals).trim();
      const value = pair.slice(equals + 1).trim();
      const ended = value === "" || attributes.some((text) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(text));
      if (ended) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  /** The `Cookie` header to send; undefined where there is none. */
  get header(): string | undefined {
    if (this.#cookies.size === 0) return undefined;
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}
