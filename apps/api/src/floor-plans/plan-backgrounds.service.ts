import { createHash } from "node:crypto";
import { type FloorPlan, MAX_BACKGROUND_BYTES, MAX_BACKGROUND_PIXELS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { isKnown } from "../platform/entity-tag.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { FloorPlansRepository, type StoredPicture } from "./floor-plans.repository.ts";
import { changedMeanwhile, FloorPlansService } from "./floor-plans.service.ts";
import { pictureFacts } from "./picture-facts.ts";

export interface Served {
  readonly etag: string;
  /** Left out where the reader has it already. */
  readonly picture: StoredPicture | undefined;
}

/** The picture behind a floor plan. */
@Injectable()
export class PlanBackgroundsService {
  constructor(
    private readonly repository: FloorPlansRepository,
    private readonly plans: FloorPlansService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  async serve(slug: string, ifNoneMatch: string | undefined, actor: Actor): Promise<Served> {
    const { edition } = await this.access.findPart(slug, actor);
    const digest = await this.repository.pictureDigest(edition.id);
    if (digest !== undefined && isKnown(`"${digest}"`, ifNoneMatch)) return { etag: `"${digest}"`, picture: undefined };
    const picture = await this.repository.picture(edition.id);
    if (picture === undefined) throw new ProblemError("not_found", "This plan has no picture behind it.");
    return { etag: `"${picture.digest}"`, picture };
  }

  /** Throws `too_large`, `changed_meanwhile`, `edition_archived`, and `invalid` for what is no whole PNG or JPEG. */
  async set(slug: string, version: number, content: Buffer, actor: Actor): Promise<FloorPlan> {
    const edition = await this.access.find(slug, actor);
    const picture = checked(content);
    return this.changes.runBeside(edition.id, async () => {
      const before = await this.plans.current(edition);
      // A picture may come first: the plan below it is then drawn empty.
      const { width, height, placements, doors } = before;
      const empty = { width, height, placements, doors, sample: false };
      const drawn = version > 0 || (await this.repository.draw(edition.id, 0, empty));
      const stored = drawn && (await this.repository.setPicture(edition.id, Math.max(1, version), picture));
      if (!stored) throw changedMeanwhile(before.version);
      const after = await this.plans.current(edition);
      await this.record(slug, before, after, actor);
      return after;
    });
  }

  /** Throws `not_found`, `changed_meanwhile`, `edition_archived`. */
  async remove(slug: string, version: number, actor: Actor): Promise<FloorPlan> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      const before = await this.plans.current(edition);
      if (before.background === null) throw new ProblemError("not_found", "This plan has no picture behind it.");
      if (!(await this.repository.removePicture(edition.id, version))) throw changedMeanwhile(before.version);
      const after = await this.plans.current(edition);
      await this.record(slug, before, after, actor);
      return after;
    });
  }

  private async record(slug: string, before: FloorPlan, after: FloorPlan, actor: Actor): Promise<void> {
    const outline = ({ version, background }: FloorPlan) => ({ version, background });
    await this.audit.record({
      actor,
      action: after.background === null ? "floor-plan.remove-background" : "floor-plan.set-background",
      subject: `floor-plan ${slug}`,
      before: outline(before),
      after: outline(after),
    });
  }
}

function checked(content: Buffer): StoredPicture {
  if (content.length > MAX_BACKGROUND_BYTES) {
    throw new ProblemError("too_large", `A picture has at most ${MAX_BACKGROUND_BYTES / 1024 / 1024} MB.`);
  }
  const facts = pictureFacts(content);
  if (facts === undefined) throw wrongPicture("not_a_picture", "Send a whole PNG or JPEG; SVG is not taken.");
  if (facts.width * facts.height > MAX_BACKGROUND_PIXELS) {
    throw wrongPicture("too_many_pixels", `A picture has at most ${MAX_BACKGROUND_PIXELS / 1_000_000} million pixels.`);
  }
  const digest = createHash("sha256").update(content).digest("base64url");
  return { ...facts, bytes: content.length, digest, content };
}

function wrongPicture(code: string, message: string): ProblemError {
  return new ProblemError("invalid", message, { errors: [{ path: "", code, message }] });
}
