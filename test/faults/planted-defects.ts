import path from "node:path";
import type { LiveServer } from "../../apps/api/src/live/live-server.ts";
import type { OutboxStore } from "../../apps/kiosk/src/outbox/outbox-store.ts";
import { queryDatabase } from "../support/query-database.ts";
import { anyOrder } from "./scenarios/any-order.ts";
import { behindBalancer } from "./scenarios/behind-balancer.ts";
import { deliveredManyTimes } from "./scenarios/delivered-many-times.ts";
import { generatedRequests } from "./scenarios/generated-requests.ts";
import { killedServers } from "./scenarios/killed-servers.ts";
import { lostConnections } from "./scenarios/lost-connections.ts";
import { manyServers } from "./scenarios/many-servers.ts";
import { playedHistories } from "./scenarios/played-histories.ts";
import { poisonAndRevocation } from "./scenarios/poison-and-revocation.ts";
import type { Scene } from "./scenarios/scenario.ts";
import { screensReturn } from "./scenarios/screens-return.ts";
import { silentLines } from "./scenarios/silent-lines.ts";
import { silentScreen } from "./scenarios/silent-screen.ts";
import { wrongClocks } from "./scenarios/wrong-clocks.ts";
import { alterFunction } from "./world/alter-function.ts";

export interface PlantedDefect {
  name: string;
  /** The scenario with the defect in it; none of them is switched on in the product itself. */
  run: (scene: Scene) => Promise<string[]>;
  /** What the checker has to find. */
  finds: RegExp;
}

const alter =
  (name: string, part: string | RegExp, by: string) =>
  (databaseUrl: string): Promise<void> =>
    alterFunction(databaseUrl, name, part, by);

/** The ledger without what makes an id unique. */
async function dropUniqueKey(databaseUrl: string): Promise<void> {
  await queryDatabase({ url: databaseUrl }, "alter table ledger drop constraint ledger_pkey");
  await alterFunction(databaseUrl, "record_entries", "on conflict (id) do nothing", "");
}

/** Sends every tick to every screen, whether it reads or not. */
function sendRegardless(live: LiveServer): void {
  live.sendTick = (_, tick) => {
    for (const socket of live.sockets()) socket.emit("counts", tick);
  };
}

/** An outbox that settles what it sends before the answer is there. */
function forgetAtOnce(store: OutboxStore): void {
  const nextBatch = store.nextBatch.bind(store);
  store.nextBatch = async (edition, limit) => {
    const batch = await nextBatch(edition, limit);
    const results = batch.map(({ id }) => ({ id, status: "recorded" as const, flags: [] }));
    const now = new Date();
    const exchange = { edition, answeredAt: now.getTime(), serverTime: now.toISOString(), row: null, clockOffsetMs: 0 };
    await store.settle(batch, results, exchange);
    return batch;
  };
}

/** The ledger without what refuses to take a row away, and a function that does. */
async function loseRows(databaseUrl: string): Promise<void> {
  await queryDatabase({ url: databaseUrl }, "alter table ledger disable trigger ledger_is_append_only");
  const part = "if v_plain then return; end if;";
  await alterFunction(databaseUrl, "record_entries", part, `delete from ledger where id = p_id[1]; ${part}`);
}

const patientQueries = path.join(import.meta.dirname, "world", "patient-queries.mjs");

export const plantedDefects: readonly PlantedDefect[] = [
  {
    name: "an acknowledgement before the commit",
    run: (scene) => killedServers({ ...scene, isLying: true }),
    finds: /was acknowledged and is not in the ledger/,
  },
  {
    name: "no unique key",
    run: (scene) => lostConnections({ ...scene, plant: dropUniqueKey }),
    finds: /is in the ledger \d+ times/,
  },
  {
    name: "an id that is used again passes for a duplicate",
    run: (scene) =>
      deliveredManyTimes({ ...scene, plant: alter("record_entries", "else 'id_reused'", "else 'duplicate'") }),
    finds: /the ledger holds another content/,
  },
  {
    name: "a tally off by one",
    run: (scene) =>
      deliveredManyTimes({
        ...scene,
        plant: alter(
          "record_entries",
          "entered = tally.entered + excluded.entered",
          "entered = tally.entered + excluded.entered + 1",
        ),
      }),
    finds: /minute tally/,
  },
  {
    name: "a late entry moves the anchor's figure",
    run: (scene) =>
      anyOrder({ ...scene, plant: alter("record_entries", "recorded.placed_at > occupancy.anchored_at", "true") }),
    finds: /inside, /,
  },
  {
    name: "a void counted twice",
    run: (scene) =>
      anyOrder({
        ...scene,
        plant: alter(
          "record_voids",
          "v_entry.category, -v_entry.headcount);\n    end if",
          "v_entry.category, -2 * v_entry.headcount);\n    end if",
        ),
      }),
    finds: /tally/,
  },
  {
    name: "the time that a wrong clock said is taken as it is",
    run: (scene) =>
      wrongClocks({
        ...scene,
        plant: alter(
          "record_entries",
          "from_epoch_ms(item.occurred_at), from_epoch_ms(item.placed_at)",
          "from_epoch_ms(item.occurred_at), from_epoch_ms(item.occurred_at)",
        ),
      }),
    finds: /s from when it happened/,
  },
  {
    name: "a commit that does not look whether its configuration is in force",
    run: (scene) =>
      poisonAndRevocation({
        ...scene,
        plant: alter("next_version", "v_config is distinct from p_config_version", "false"),
      }),
    finds: /rows of a device were recorded after its revocation/,
  },
  {
    name: "commits that raise no version",
    run: (scene) =>
      manyServers({ ...scene, plant: alter("next_version", "version = version + 1", "version = version") }),
    finds: /was answered recorded \d+ times|screens do not show/,
  },
  {
    name: "a change that the other servers do not hear of",
    run: async (scene) => {
      const plant = alter(
        "raise_config_version",
        "config_version = config_version + 1",
        "config_version = config_version",
      );
      return (await behindBalancer({ ...scene, plant })).problems;
    },
    finds: /screens do not see a change/,
  },
  {
    name: "ticks lost on the way to the screens",
    run: (scene) => screensReturn({ ...scene, count: 20, harm: ({ faults }) => void (faults.isHalfOpen = true) }),
    finds: /20 of 20 screens do not show/,
  },
  {
    name: "ticks that pile up for a screen that does not read",
    run: () => silentScreen(sendRegardless),
    finds: /packets wait for a screen that does not read/,
  },
  {
    name: "an outbox that forgets what it sends before the answer",
    run: (scene) => killedServers({ ...scene, scale: 1, harmStore: forgetAtOnce }),
    finds: /was on a kiosk's disk and is not in the ledger/,
  },
  {
    name: "queries that wait for ever on a line that went silent",
    run: (scene) => silentLines({ ...scene, preload: patientQueries }),
    finds: /nothing came through for/,
  },
  {
    name: "a void lost because it was there before its entry",
    run: (scene) =>
      playedHistories({
        ...scene,
        scale: 2,
        plant: alter("record_voids", "outcome := 'unknown_entry'", "outcome := 'recorded'"),
      }),
    finds: /and the model says/,
  },
  {
    name: "a recount of an earlier moment that forgets what came after it",
    run: (scene) => playedHistories({ ...scene, scale: 2, plant: alter("derive_occupancy", /\+ moved_after.*/, "") }),
    finds: /and the model says/,
  },
  {
    name: "a route that falls over what it was not made for",
    run: (scene) =>
      generatedRequests({
        ...scene,
        count: 500,
        plant: alter(
          "record_entries",
          "if v_plain then",
          "if 'out' = any (p_direction) then perform no_such(); end if; if v_plain then",
        ),
      }),
    finds: /: 500 /,
  },
  {
    name: "a row that is lost after it was acknowledged",
    run: (scene) => generatedRequests({ ...scene, count: 500, plant: loseRows }),
    finds: /was acknowledged and is not in the ledger/,
  },
];
