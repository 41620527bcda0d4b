import { ApiProblem, Unreachable, type Client } from "@abwab/api-client";
import type { DeviceConfiguration } from "@abwab/contract";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import { PairingStore } from "./pairing-store.ts";
import { confirmNextToken, rollToken, type RollParts } from "./roll-token.ts";

const DAY = 24 * 60 * 60_000;

/** The service's side: the token that is good, the one handed out, and what becomes of the next answers. */
class Desk {
  token = "t1";
  next: string | undefined;
  made = 1;
  lose: ("roll" | "use")[] = [];

  readonly clientFor = (token: string): Client => {
    const authenticate = () => {
      if (token === this.next) [this.token, this.next] = [token, undefined];
      if (token !== this.token) throw unauthenticated();
    };
    return {
      call: async (route: unknown) => {
        expect(route).toBe(kioskRoutes.rollDeviceToken);
        authenticate();
        this.next = `t${++this.made}`;
        if (this.#loses("roll")) throw new Unreachable("lost");
        return { token: this.next };
      },
      callIfChanged: async () => {
        authenticate();
        if (this.#loses("use")) throw new Unreachable("lost");
        return { changed: false };
      },
    } as unknown as Client;
  };

  #loses(what: "roll" | "use"): boolean {
    if (this.lose[0] !== what) return false;
    this.lose.shift();
    return true;
  }
}

const unauthenticated = () =>
  new ApiProblem(new Response(null, { status: 401 }), {
    type: "about:blank",
    title: "",
    status: 401,
    code: "unauthenticated",
  });

async function pairedKiosk() {
  const store = new PairingStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const desk = new Desk();
  const configuration = {} as DeviceConfiguration;
  await store.save({ token: "t1", deviceId: "d", rolledAt: 0, configuration });
  const clock = { now: DAY };
  const parts: RollParts = { store, clientFor: desk.clientFor, now: () => clock.now };
  const token = async () => (await store.read())?.token;
  return { store, desk, parts, clock, token };
}

describe("rolling the token of a device", () => {
  it("changes one that is a day old, and no younger one", async () => {
    const { parts, clock, desk, token } = await pairedKiosk();
    clock.now = DAY - 1;
    await rollToken(parts);
    const before = await token();
    clock.now = DAY;
    await rollToken(parts);
    await rollToken(parts);
    expect([before, await token(), desk.token]).toEqual(["t1", "t2", "t2"]);
  });

  it("keeps the configuration", async () => {
    const { parts, store } = await pairedKiosk();
    await rollToken(parts);
    expect(await store.read()).toMatchObject({ deviceId: "d", configuration: {} });
  });

  it("keeps the old token where the answer with the new one is lost, and rolls again", async () => {
    const { parts, desk, token } = await pairedKiosk();
    desk.lose = ["roll"];
    await rollToken(parts);
    const before = await token();
    await rollToken(parts);
    expect([before, await token(), desk.token]).toEqual(["t1", "t3", "t3"]);
  });

  it("finds the new token good where the answer to its first use is lost", async () => {
    const { parts, desk, token } = await pairedKiosk();
    desk.lose = ["use"];
    await rollToken(parts);
    const inDoubt = await token();
    await confirmNextToken(parts);
    expect([inDoubt, await token(), desk.token]).toEqual(["t1", "t2", "t2"]);
  });

  it("stays with the old token where the new one was replaced by another", async () => {
    const { parts, store, desk, token } = await pairedKiosk();
    await store.update("t1", (before) => ({ ...before, nextToken: "stale" }));
    await confirmNextToken(parts);
    expect([await token(), (await store.read())?.nextToken, desk.token]).toEqual(["t1", undefined, "t1"]);
  });
});
