import { Injectable } from "@nestjs/common";
import {
  baseCategories,
  policy,
  type Direction,
  type EditionDay,
  type EditionStatus,
  type Policy,
  type ZoneKind,
  type ZoneStatus,
} from "@abwab/contract";
import { createCalendar, openIntervals } from "@abwab/domain";
import { Database, prompt } from "../platform/database.ts";
import type {
  CheckpointConfiguration,
  DeviceConfiguration,
  EditionConfiguration,
  ZoneConfiguration,
} from "./edition-configuration.ts";

interface EditionJson {
  id: number;
  slug: string;
  status: EditionStatus;
  public: boolean;
  createdAtMs: number;
  timeZone: string;
  dayCutoff: string;
  categories: string[];
  configVersion: number;
  days: EditionDay[];
  zones: {
    id: number;
    code: string;
    kind: ZoneKind;
    status: ZoneStatus;
    message: string | null;
    capacity: number | null;
    policy: Policy;
  }[];
  checkpoints: { id: number; zoneId: number; code: string; directions: Direction[] }[];
  devices: {
    id: string;
    tokenHash: string | null;
    revoked: boolean;
    checkpointId: number;
    clockOffsetMs: number | null;
    boundTo: number[];
  }[];
  passKeys: { keyId: string; publicKey: string; revoked: boolean }[];
  revokedPasses: [code: string, untilMs: number | null][];
}

export interface EditionVersions {
  editionId: number;
  version: number;
  configVersion: number;
}

// One statement, so that the parts are of one snapshot.
const LOAD = `
  select json_build_object(
    'id', edition.id, 'slug', slug, 'status', status, 'public', public,
    'createdAtMs', floor(extract(epoch from created_at) * 1000)::bigint,
    'timeZone', time_zone, 'dayCutoff', day_cutoff, 'categories', categories, 'configVersion', config_version,
    'days', (select json_agg(json_build_object('date', date, 'opensAt', opens_at, 'closesAt', closes_at) order by date)
             from edition_day where edition_id = edition.id),
    'zones', (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'kind', kind, 'status', status,
               'message', message, 'capacity', capacity, 'policy', policy) order by id), '[]') from zone where edition_id = edition.id),
    'checkpoints', (select coalesce(json_agg(json_build_object('id', id, 'zoneId', zone_id, 'code', code,
               'directions', to_json(directions::text[]))), '[]') from checkpoint where edition_id = edition.id),
    'devices', (select coalesce(json_agg(json_build_object('id', id, 'tokenHash', encode(token_hash, 'hex'),
               'revoked', revoked_at is not null, 'checkpointId', checkpoint_id, 'clockOffsetMs', clock_offset_ms,
               'boundTo', (select coalesce(json_agg(checkpoint_id), '[]') from device_binding where device_id = device.id))),
               '[]') from device where edition_id = edition.id),
    'passKeys', (select coalesce(json_agg(json_build_object('keyId', key_id, 'publicKey', public_key,
               'revoked', revoked_at is not null) order by created_at, key_id), '[]') from pass_key where edition_id = edition.id),
    'revokedPasses', (select coalesce(json_agg(json_build_array(code, floor(extract(epoch from valid_until) * 1000)::bigint)
               order by revoked_version, code), '[]') from pass where edition_id = edition.id and revoked_version > $2)
  ) as edition
  from edition join edition_state on edition_state.edition_id = edition.id`;

@Injectable()
export class EditionConfigurationRepository {
  constructor(private readonly database: Database) {}

  /** @param before what is known of it: of the revoked passes, which may be thousands, only later ones are read */
  async load(editionId: number, before?: EditionConfiguration): Promise<EditionConfiguration | undefined> {
    const { rows } = await this.database.pool.query<{ edition: EditionJson }>({
      ...prompt,
      text: `${LOAD} where edition.id = $1`,
      values: [editionId, before?.configVersion ?? 0],
    });
    return rows[0] && fromJson(rows[0].edition, before?.revokedPasses);
  }

  async idOfSlug(slug: string): Promise<number | undefined> {
    const { rows } = await this.database.pool.query<{ id: number }>("select id from edition where slug = $1", [slug]);
    return rows[0]?.id;
  }

  async latestPublic(): Promise<string | undefined> {
    const { rows } = await this.database.pool.query<{ slug: string }>(
      `select slug from edition where public and status in ('open', 'closed')
       order by (select max(date) from edition_day where edition_id = edition.id) desc, id desc limit 1`,
    );
    return rows[0]?.slug;
  }

  async editionOfToken(tokenHash: string): Promise<number | undefined> {
    const { rows } = await this.database.pool.query<{ edition_id: number }>(
      "select edition_id from device where token_hash = decode($1, 'hex')",
      [tokenHash],
    );
    return rows[0]?.edition_id;
  }

  async versions(): Promise<EditionVersions[]> {
    const { rows } = await this.database.pool.query<EditionVersions>({
      ...prompt,
      name: "edition_versions",
      text: `select edition_id as "editionId", version, config_version as "configVersion" from edition_state`,
    });
    return rows;
  }
}

function fromJson(json: EditionJson, revokedBefore: ReadonlyMap<string, number> = new Map()): EditionConfiguration {
  const countsExits = new Set(json.checkpoints.filter((it) => it.directions.includes("out")).map((it) => it.zoneId));
  const zonesById = new Map<number, ZoneConfiguration>(
    json.zones.map((zone) => [
      zone.id,
      { ...zone, policy: policy.parse(zone.policy), countsExits: countsExits.has(zone.id) },
    ]),
  );
  const checkpointsById = new Map<number, CheckpointConfiguration>();
  for (const { id, code, zoneId, directions } of json.checkpoints) {
    const zone = zonesById.get(zoneId);
    if (zone) checkpointsById.set(id, { id, code, zone, directions: new Set(directions) });
  }
  const devices = new Map<string, DeviceConfiguration>();
  for (const device of json.devices) {
    const checkpoint = checkpointsById.get(device.checkpointId);
    if (checkpoint)
      devices.set(device.id, { ...device, editionId: json.id, checkpoint, boundTo: new Set(device.boundTo) });
  }
  const calendar = createCalendar(json.timeZone, json.dayCutoff);
  return {
    id: json.id,
    slug: json.slug,
    status: json.status,
    public: json.public,
    createdAt: json.createdAtMs,
    days: json.days,
    calendar,
    openIntervals: openIntervals(calendar, json.days),
    categories: new Set([...baseCategories, ...json.categories]),
    configVersion: json.configVersion,
    zones: new Map([...zonesById.values()].map((zone) => [zone.code, zone])),
    zonesById,
    checkpoints: new Map([...checkpointsById.values()].map((checkpoint) => [checkpoint.code, checkpoint])),
    devices,
    passKeys: new Map(json.passKeys.map(({ keyId, ...key }) => [keyId, key])),
    revokedPasses: withLater(revokedBefore, json.revokedPasses),
  };
}

/** The same map where nothing came: of two configurations one sees at once whether any pass was revoked between. */
function withLater(
  before: ReadonlyMap<string, number>,
  later: EditionJson["revokedPasses"],
): ReadonlyMap<string, number> {
  if (later.length === 0) return before;
  const all = new Map(before);
  for (const [code, until] of later) all.set(code, until ?? Number.POSITIVE_INFINITY);
  return all;
}
