import { createClient, type Client } from "@abwab/api-client";
import { routes, type Checkpoint, type Device, type Pairing } from "@abwab/contract";
import { listAll } from "./list-all.ts";

export interface VirtualKiosk {
  readonly name: string;
  readonly checkpoint: Checkpoint;
  /** Speaks with the kiosk's own device token. */
  readonly client: Client;
}

export interface PairingPlan {
  readonly baseUrl: string;
  readonly edition: string;
  readonly checkpoints: readonly Checkpoint[];
  /** Names the kiosk at a checkpoint; the device of that name is used again when it is there. */
  readonly nameFor: (checkpoint: Checkpoint) => string;
}

/** Pairs one kiosk for each checkpoint through the API, as a person with a real kiosk in hand would. */
export async function pairKiosks(
  staff: Client,
  { baseUrl, edition, checkpoints, nameFor }: PairingPlan,
): Promise<VirtualKiosk[]> {
  const devices = await listAll((cursor) =>
    staff.call(routes.listDevices, { params: { slug: edition }, query: { limit: 500, ...cursor } }),
  );
  const known = new Map(
    devices.filter((device) => device.revokedAt === undefined).map((device) => [device.name, device]),
  );
  const kiosks: VirtualKiosk[] = [];
  for (const checkpoint of checkpoints) {
    const name = nameFor(checkpoint);
    const { pairingCode } = await invite(staff, edition, name, checkpoint, known.get(name));
    const { token } = await createClient({ baseUrl, timeoutMs: 30_000 }).call(routes.pair, { body: { pairingCode } });
    kiosks.push({ name, checkpoint, client: createClient({ baseUrl, token, timeoutMs: 30_000 }) });
  }
  return kiosks;
}

async function invite(
  staff: Client,
  edition: string,
  name: string,
  checkpoint: Checkpoint,
  device: Device | undefined,
): Promise<Pairing> {
  if (device === undefined) {
    return staff.call(routes.createDevice, { params: { slug: edition }, body: { name, checkpoint: checkpoint.code } });
  }
  if (device.checkpoint !== checkpoint.code) {
    await staff.call(routes.changeDevice, {
      params: { slug: edition, id: device.id },
      body: { checkpoint: checkpoint.code },
    });
  }
  return staff.call(routes.renewPairingCode, { params: { id: device.id } });
}
