import { CookieHolder, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { HttpConnection } from "../load/http-connection.ts";
import { administrator, EDITION } from "../machine/park.ts";
import { Screen } from "../screens/screen.ts";

const HOUR = 3_600_000;

/** What a board, a page or a program asks of a server, and where in the table of figures it belongs. */
export interface Question {
  name: string;
  kind: "counts" | "board" | "history";
}

interface HistoryQuestion extends Question {
  kind: "history";
  query: string;
}

const base = `/api/v1/editions/${EDITION}/counts`;

/** @param now when the event that is asked about is at its last hours, ms since the epoch */
export function questionsOf(now: number): Question[] {
  const hoursAgo = (hours: number): string => new Date(now - hours * HOUR).toISOString();
  const history = (name: string, query: string): HistoryQuestion => ({
    name: `history, ${name}`,
    kind: "history",
    query,
  });
  return [
    { name: "counts", kind: "counts" },
    { name: "the board's snapshot", kind: "board" },
    history("site, a day by minutes and category", `step=1m&by=category&from=${hoursAgo(36)}&to=${hoursAgo(12)}`),
    history("site, the day shown by ten minutes", `step=10m&by=category`),
    history("pavilion, five days by hours", `zone=P07&step=1h&from=${hoursAgo(120)}&to=${hoursAgo(-1)}`),
    history("pavilion, days and category", `zone=P07&step=1d&by=category`),
  ];
}

/** Asks one server, one question after another, through its public API. */
export class Asker implements Disposable {
  private readonly connection: HttpConnection;
  private readonly screen: Screen;
  private readonly token: string;
  private lost: Error | undefined;

  private constructor(connection: HttpConnection, screen: Screen, token: string) {
    this.connection = connection;
    this.screen = screen;
    this.token = token;
  }

  static async open(port: number): Promise<Asker> {
    const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, cookie: new CookieHolder(), timeoutMs: 60_000 });
    const { ABWAB_ADMIN_EMAIL: email, ABWAB_ADMIN_PASSWORD: password } = administrator;
    await client.call(routes.signIn, { body: { email, password } });
    const { token } = await client.call(routes.createApiToken, { body: { name: "bench", role: "viewer" } });
    const { screen } = await Screen.open(port, { token, edition: EDITION }, () => undefined);
    const asker: Asker = new Asker(await HttpConnection.open(port, (error) => (asker.lost ??= error)), screen, token);
    return asker;
  }

  /** Milliseconds until the whole answer has come. */
  async ask(question: Question): Promise<number> {
    const begun = performance.now();
    if (question.kind === "board") await this.screen.snapshotAgain();
    else await this.get(question.kind === "counts" ? base : `${base}/history?${(question as HistoryQuestion).query}`);
    return performance.now() - begun;
  }

  [Symbol.dispose](): void {
    this.connection.close();
    this.screen.close();
  }

  private async get(target: string): Promise<void> {
    const request = `GET ${target} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${this.token}\r\n\r\n`;
    const answer = await new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
      if (this.lost !== undefined) reject(this.lost);
      else this.connection.exchange(request, resolve);
    });
    if (answer.status !== 200) throw new Error(`${target} was answered ${answer.status}: ${answer.body.toString()}`);
  }
}
