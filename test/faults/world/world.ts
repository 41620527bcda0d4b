import type { Client } from "@abwab/api-client";
import { type NewEdition, routes } from "@abwab/contract";
import { createTestDatabase } from "@abwab/testing";
import { ADMINISTRATOR, signIn } from "../../support/test-api.ts";
import { createEdition, type TestEdition } from "../../support/test-edition.ts";
import type { OutboxStore } from "../../../apps/kiosk/src/outbox/outbox-store.ts";
import { check } from "./check.ts";
import { Journal } from "./journal.ts";
import { Kiosk } from "./kiosk.ts";
import { Screen } from "./screen.ts";
import { ServerProcess } from "./server-process.ts";

export interface WorldOptions {
  random: () => number;
  servers?: number;
  edition?: Partial<NewEdition>;
  /** The database as its servers reach it, where something stands between. */
  through?: (databaseUrl: string) => Promise<string>;
  /** Breaks something before anything is sent. */
  plant?: (databaseUrl: string) => Promise<void>;
  /** A module that is loaded into each service before its own code, to break it. */
  preload?: string;
  /** Breaks the store of every kiosk's outbox. */
  harmStore?: (store: OutboxStore) => void;
}

/** A park with its servers, kiosks and screens: the scene of one scenario. */
export class World implements AsyncDisposable {
  readonly servers: ServerProcess[] = [];
  readonly kiosks: Kiosk[] = [];
  readonly screens: Screen[] = [];
  readonly journal = new Journal();
  administrator!: Client;
  edition!: TestEdition;
  readonly random: () => number;
  readonly databaseUrl: string;
  /** Where kiosks send; the servers themselves unless a test puts something in between. */
  addresses: () => readonly string[] = () => this.servers.map(({ url }) => url);
  /** Given to each kiosk that comes. */
  harmStore: ((store: OutboxStore) => void) | undefined;
  #preload: string | undefined;
  readonly #serversReach: string;
  readonly #drop: () => Promise<void>;

  private constructor(random: () => number, databaseUrl: string, serversReach: string, drop: () => Promise<void>) {
    this.random = random;
    this.databaseUrl = databaseUrl;
    this.#serversReach = serversReach;
    this.#drop = drop;
  }

  static async create({
    random,
    servers = 1,
    edition = {},
    through,
    plant,
    preload,
    harmStore,
  }: WorldOptions): Promise<World> {
    const database = await createTestDatabase();
    const reach = (await through?.(database.url)) ?? database.url;
    const world = new World(random, database.url, reach, database.drop);
    world.#preload = preload;
    world.harmStore = harmStore;
    try {
      await world.addServer();
      await Promise.all(Array.from({ length: servers - 1 }, () => world.addServer()));
      await world.furnish(world.url, edition);
      await plant?.(database.url);
      return world;
    } catch (error) {
      await world[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** A world around a service that runs already. */
  static async around(random: () => number, url: string, databaseUrl: string): Promise<World> {
    const world = new World(random, databaseUrl, databaseUrl, async () => undefined);
    world.addresses = () => [url];
    await world.furnish(url, {});
    return world;
  }

  get url(): string {
    const [url] = this.addresses();
    if (url === undefined) throw new Error("There is no server.");
    return url;
  }

  async addServer(): Promise<ServerProcess> {
    const server = await ServerProcess.start(this.#serversReach, this.#preload);
    this.servers.push(server);
    return server;
  }

  /** Pairs kiosks, spread over the gates and doors. */
  async addKiosks(count: number, checkpoints: readonly string[] = ["G1", "G2", "P01-A"]): Promise<Kiosk[]> {
    const added: Kiosk[] = [];
    for (let index = 0; index < count; index += 1) {
      const checkpoint = checkpoints[index % checkpoints.length] as string;
      const { id, token } = await this.edition.pair(checkpoint);
      const { journal, random, harmStore } = this;
      const { slug: edition } = this.edition;
      added.push(
        new Kiosk({ id, token, edition, checkpoint, urls: () => this.addresses(), journal, random, harmStore }),
      );
    }
    this.kiosks.push(...added);
    return added;
  }

  /** Connects screens, spread over the servers; resolves when each shows something. */
  async addScreens(count: number, ms = 30_000, from = this.addresses): Promise<Screen[]> {
    const addresses = from();
    const token = await this.viewerToken();
    const added = Array.from({ length: count }, (_, index) => {
      return new Screen(addresses[index % addresses.length] as string, token, this.edition.slug);
    });
    this.screens.push(...added);
    await this.#all(added, (screen) => screen.until(() => true, ms), `screens showed nothing within ${ms} ms`);
    return added;
  }

  /** Resolves when every screen is connected again; it is a problem when one is not in time. */
  async screensReturn(): Promise<void> {
    // A minute, and for each thousand twenty seconds of a slow machine that runs servers and screens alike.
    const seconds = 60 + Math.round(this.screens.length / 50);
    const complaint = `screens were not back within ${seconds} s`;
    await this.#all(this.screens, (screen) => screen.reconnected(seconds * 1_000), complaint);
  }

  async viewerToken(): Promise<string> {
    const { token } = await this.administrator.call(routes.createApiToken, { body: { name: "wall", role: "viewer" } });
    return token;
  }

  /** Problems that the checker finds; empty when all is exact. */
  async check(): Promise<string[]> {
    const { databaseUrl, journal, kiosks, screens } = this;
    return check({ databaseUrl, edition: this.edition.slug, journal, kiosks, screens });
  }

  async furnish(url: string, edition: Partial<NewEdition>): Promise<void> {
    this.administrator = await signIn(url, ADMINISTRATOR);
    this.edition = await createEdition(this.administrator, url, edition);
  }

  /** Writes down how many of the screens did not do it. */
  async #all(screens: readonly Screen[], does: (screen: Screen) => Promise<boolean>, complaint: string): Promise<void> {
    const done = await Promise.all(screens.map(does));
    const missing = done.filter((it) => !it).length;
    if (missing > 0) this.journal.remarks.push(`${missing} of ${done.length} ${complaint}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const each of [...this.kiosks, ...this.screens]) each[Symbol.dispose]();
    await Promise.all(this.servers.map((server) => server[Symbol.asyncDispose]()));
    await this.#drop();
  }
}
