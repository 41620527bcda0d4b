import { routes, type ZoneStatus } from "@abwab/contract";
import { startBalancer } from "@abwab/testing/balancer";
import { ADMINISTRATOR, signIn } from "../../support/test-api.ts";
import { SCREENS_MS } from "../world/check-screens.ts";
import { Screen } from "../world/screen.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import { oneOf } from "../world/chance.ts";
import type { Scene } from "./scenario.ts";

export interface BehindBalancer {
  problems: string[];
  /** How long each change took to the last screen, in ms. */
  changesTook: number[];
}

const ZONE = "P01";

/**
 * The shape of docker-compose.yml's profile "scale": three servers behind a balancer that remembers nobody. Requests
 * and sockets come to any of them; one is killed and one added under load; what a person changes is seen everywhere.
 */
export async function behindBalancer({ random, scale, plant }: Scene): Promise<BehindBalancer> {
  await using world = await World.create({ random, servers: 3, ...(plant && { plant }) });
  await using balancer = await startBalancer(() => world.servers.map(({ url }) => url));
  world.addresses = () => [balancer.url];
  world.administrator = await signIn(balancer.url, ADMINISTRATOR);
  await world.addKiosks(6);
  await world.addScreens(9);
  const problems: string[] = [];
  const changesTook: number[] = [];
  const toAll = async (change: () => Promise<unknown>, screens: Screen[], sees: (screen: Screen) => boolean) => {
    const begun = Date.now();
    await change();
    const seen = await Promise.all(screens.map((screen) => screen.until(() => sees(screen), SCREENS_MS)));
    changesTook.push(Date.now() - begun);
    const blind = seen.filter((it) => !it).length;
    if (blind > 0) problems.push(`${blind} of ${seen.length} screens do not see a change`);
  };
  const turnTo = (status: ZoneStatus): Promise<void> =>
    toAll(
      () => world.administrator.call(routes.changeZone, { params: zoneOf(world), body: { status } }),
      world.screens,
      ({ shown }) => shown?.zones.find(({ zone }) => zone === ZONE)?.status === status,
    );

  await using traffic = new Traffic(world);
  for (let round = 0; round < scale; round += 1) {
    await traffic.more(100);
    await turnTo("hold");
    if (problems.length > 0) break;
    const walls = await addWalls(world, 4);
    await toAll(
      () => Promise.all(walls.map(({ id }) => world.administrator.call(routes.revokeDevice, { params: { id } }))),
      walls.map(({ screen }) => screen),
      ({ isLive }) => !isLive,
    );
    for (const { screen } of walls) {
      const isOut = await screen.until(() => screen.refusedBy === "device_revoked", SCREENS_MS);
      if (!isOut) problems.push(`a revoked screen is told ${screen.refusedBy ?? "nothing"}`);
      screen[Symbol.dispose]();
    }
    const victim = oneOf(random, world.servers);
    await victim.end("SIGKILL");
    await traffic.more(100);
    world.servers.splice(world.servers.indexOf(victim), 1);
    await world.addServer();
    await world.screensReturn();
    await turnTo("open");
    await traffic.more(100);
  }
  await traffic.end();
  const idle = world.servers.filter(({ url }) => !balancer.given.has(url));
  if (idle.length > 0) problems.push(`${idle.length} servers got nothing to do`);
  return { problems: [...problems, ...(await world.check())], changesTook };
}

const zoneOf = (world: World): { slug: string; code: string } => ({ slug: world.edition.slug, code: ZONE });

/** Wall screens with a device's token, each on a connection of its own to whichever server comes next. */
async function addWalls(world: World, count: number): Promise<{ id: string; screen: Screen }[]> {
  const walls: { id: string; screen: Screen }[] = [];
  for (let each = 0; each < count; each += 1) {
    const { id, token } = await world.edition.pair("G1");
    const screen = new Screen(world.url, token, world.edition.slug);
    await screen.until(() => true, SCREENS_MS);
    walls.push({ id, screen });
  }
  return walls;
}
