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
  StandingBroadcast,
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
  pupilsPerAdult: number | null;
  configVersion: number;
  revision: string;
  days: EditionDay[];
  zones: {
    id: number;
    code: string;
    revision: string;
    kind: ZoneKind;
    status: ZoneStatus;
    message: string | null;
    capacity: number | null;
    policy: Policy;
  }[];
  checkpoints: { id: number; zoneId: number; code: string; revision: string; directions: Direction[] }[];
  devices: {
    id: string;
    name: string;
    tokenHash: string | null;
    revoked: boolean;
    checkpointId: number;
    clockOffsetMs: number | null;
    boundTo: number[];
  }[];
  passKeys: { keyId: string; publicKey: string; revoked: boolean }[];
  revokedPasses: [code: string, untilMs: number | null][];
  broadcasts: StandingBroadcast[];
}

export interface EditionVersions {
  editionId: number;
  version: number;
  configVersion: number;
  /** Of the edition's alerts. */
  alertVersion: number;
}

// One statement, so that the parts are of one snapshot.
const LOAD = `
  select json_build_object(
    'id', edition.id, 'slug', slug, 'status', status, 'public', public,
    'createdAtMs', floor(extract(epoch from created_at) * 1000)::bigint,
    'timeZone', time_zone, 'dayCutoff', day_cutoff, 'categories', categories,
    'pupilsPerAdult', pupils_per_adult, 'configVersion', config_version,
    'revision', md5(concat(edition::text,
               (select json_agg(edition_day order by date) from edition_day where edition_id = edition.id),
               (select json_agg(published_figure order by position) from published_figure where edition_id = edition.id),
               (select json_agg(operator order by code) from operator where edition_id = edition.id),
               (select json_agg(array[key_id, revoked_at::text] order by key_id) from pass_key where edition_id = edition.id))),
    'days', (select json_agg(json_build_object('date', date, 'opensAt', opens_at, 'closesAt', closes_at) order by date)
             from edition_day where edition_id = edition.id),
    'zones', (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'revision', md5(zone::text), 'kind', kind, 'status', status,
               'message', message, 'capacity', capacity, 'policy', policy) order by id), '[]') from zone where edition_id = edition.id),
    'checkpoints', (select coalesce(json_agg(json_build_object('id', id, 'zoneId', zone_id, 'code', code, 'revision', md5(checkpoint::text),
               'directions', to_json(directions::text[]))), '[]') from checkpoint where edition_id = edition.id),
    'devices', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'tokenHash', encode(token_hash, 'hex'),
               'revoked', revoked_at is not null, 'checkpointId', checkpoint_id, 'clockOffsetMs', clock_offset_ms,
               'boundTo', (select coalesce(json_agg(checkpoint_id), '[]') from device_binding where device_id = device.id))),
               '[]') from device where edition_id = edition.id),
    'passKeys', (select coalesce(json_agg(json_build_object('keyId', key_id, 'publicKey', public_key,
               'revoked', revoked_at is not null) order by created_at, key_id), '[]') from pass_key where edition_id = edition.id),
    'revokedPasses', (select coalesce(json_agg(json_build_array(code, floor(extract(epoch from valid_until) * 1000)::bigint)
               order by revoked_version, code), '[]') from pass where edition_id = edition.id and revoked_version > $2),
    'broadcasts', (select coalesce(json_agg(json_build_object('id', id, 'revision', revision, 'level', level, 'texts', texts,
               'displays', displays, 'zones', nullif(zones, '{}'), 'until', until) order by id desc), '[]')
               from broadcast where edition_id = edition.id and withdrawn_at is null and (until is null or until > now()))
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

  /** Whose device has this token, or was given it to be the next. */
  async editionOfToken(tokenHash: string): Promise<{ id: number; isNext: boolean } | undefined> {
    const { rows } = await this.database.pool.query<{ id: number; isNext: boolean }>(
      `select edition_id as id, coalesce(next_token_hash = decode($1, 'hex'), false) as "isNext" from device
       where token_hash = decode($1, 'hex') or next_token_hash = decode($1, 'hex')`,
      [tokenHash],
    );
    return rows[0];
  }

  /**
   * The first use of a rolled token: it is the device's token from now on, and the one before ends. One statement,
   * which takes the lock of the edition's state before that of the device, as every change does.
   */
  async acceptNextToken(editionId: number, tokenHash: string): Promise<void> {
    await this.database.pool.query({
      ...prompt,
      text: `with locked as materialized (
               update edition_state set version = version + 1, config_version = config_version + 1
               where edition_id = $1
                 and exists (select from device where next_token_hash = decode($2, 'hex'))
               returning edition_id
             )
             update device set token_hash = next_token_hash, next_token_hash = null
             from locked
             where device.edition_id = locked.edition_id and next_token_hash = decode($2, 'hex')`,
      values: [editionId, tokenHash],
    });
  }

  async configVersion(editionId: number): Promise<number | undefined> {
    const { rows } = await this.database.pool.query<{ config_version: number }>({
      ...prompt,
      name: "config_version",
      text: "select config_version from edition_state where edition_id = $1",
      values: [editionId],
    });
    return rows[0]?.config_version;
  }

  async versions(): Promise<EditionVersions[]> {
    const { rows } = await this.database.pool.query<EditionVersions>({
      ...prompt,
      name: "edition_versions",
      text: `select edition_id as "editionId", edition_state.version, config_version as "configVersion",
               coalesce(alert_feed.version, 0) as "alertVersion"
             from edition_state left join alert_feed using (edition_id)`,
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
  for (const { id, code, revision, zoneId, directions } of json.checkpoints) {
    const zone = zonesById.get(zoneId);
    if (zone) checkpointsById.set(id, { id, code, revision, zone, directions: new Set(directions) });
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
    pupilsPerAdult: json.pupilsPerAdult,
    configVersion: json.configVersion,
    revision: json.revision,
    zones: new Map([...zonesById.values()].map((zone) => [zone.code, zone])),
    zonesById,
    checkpoints: new Map([...checkpointsById.values()].map((checkpoint) => [checkpoint.code, checkpoint])),
    devices,
    passKeys: new Map(json.passKeys.map(({ keyId, ...key }) => [keyId, key])),
    revokedPasses: withLater(revokedBefore, json.revokedPasses),
    broadcasts: json.broadcasts,
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
