import { type Alert, type AlertSubject, type NamedAlertSubject, type Names } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AlertNamesRepository } from "./alert-names.repository.ts";
import type { StoredAlert } from "./alerts.repository.ts";

/** Puts alerts into the form in which they are told: with what their zones and checkpoints are called now. */
@Injectable()
export class AlertNames {
  constructor(private readonly names: AlertNamesRepository) {}

  async tell(editionId: number, slug: string, alerts: readonly StoredAlert[]): Promise<Alert[]> {
    if (alerts.length === 0) return [];
    const subjects = alerts.map(({ subject }) => subject);
    const zones = await this.names.ofZones(editionId, codesOf(subjects, "zone"));
    const checkpoints = await this.names.ofCheckpoints(editionId, codesOf(subjects, "checkpoint"));
    return alerts.map((stored) => {
      const { key: _key, webhooks: _webhooks, change: _change, version: _version, ...alert } = stored;
      return { ...alert, edition: slug, subject: named(stored.subject, zones, checkpoints) };
    });
  }

  async tellOne(editionId: number, slug: string, alert: StoredAlert): Promise<Alert> {
    const [told] = await this.tell(editionId, slug, [alert]);
    if (told === undefined) throw new Error("An alert that was given was not told.");
    return told;
  }
}

/** Codes of zones, those of other subjects included, or of checkpoints. */
function codesOf(subjects: readonly AlertSubject[], type: "zone" | "checkpoint"): string[] {
  const codes = subjects.map((subject) => {
    if (type === "zone") return subject.zone;
    return subject.type === "checkpoint" ? subject.id : null;
  });
  return [...new Set(codes.filter((code) => code !== null))];
}

type NamesByCode = ReadonlyMap<string, Names>;

function named(subject: AlertSubject, zones: NamesByCode, checkpoints: NamesByCode): NamedAlertSubject {
  const zoneNames = (subject.zone !== null && zones.get(subject.zone)) || null;
  const own = subject.type === "zone" ? zoneNames : checkpoints.get(subject.id);
  return {
    ...subject,
    names: (subject.type === "checkpoint" || subject.type === "zone" ? own : null) ?? null,
    zoneNames,
  };
}
