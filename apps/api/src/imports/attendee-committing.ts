import { Injectable } from "@nestjs/common";
import { newPass } from "@abwab/contract";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { draftOf } from "../passes/pass-draft.ts";
import { type MadePass, PassIssuer } from "../passes/pass-issuer.ts";
import { PassKeysService } from "../passes/pass-keys.service.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { type AttendeeTicket, AttendeeRowsRepository } from "./attendee-rows.repository.ts";
import { ImportsRepository } from "./imports.repository.ts";
import type { StoredImport } from "./stored-import.ts";

const AT_ONCE = 1_000;
/** 100,000 passes on a busy machine take a fraction. */
const LONGEST_MS = 300_000;

/** Makes the passes of a list of attendees, all of them in one transaction: wherever it is interrupted, there is none. */
@Injectable()
export class AttendeeCommitting {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: AttendeeRowsRepository,
    private readonly issuer: PassIssuer,
    private readonly keys: PassKeysService,
    private readonly editions: EditionDirectory,
    private readonly changes: EditionChanges,
    private readonly transactions: Transactions,
  ) {}

  /** Throws `edition_archived`, `no_signing_key`. */
  async commit(stored: StoredImport, signal: AbortSignal): Promise<void> {
    const edition = await this.editions.latest(stored.editionId);
    if (edition === undefined) throw new ProblemError("not_found", "There is no such edition any more.");
    await this.keys.begin(edition.id);
    await this.transactions.run(async () => {
      if (!(await this.imports.hold(stored.id, "committing"))) return;
      await this.issue(stored, edition, signal);
      await this.imports.finish(stored.id);
    }, LONGEST_MS);
  }

  private async issue(stored: StoredImport, edition: EditionConfiguration, signal: AbortSignal): Promise<void> {
    const replacing: (AttendeeTicket & MadePass & { replaces: string })[] = [];
    let after = 0;
    for (;;) {
      signal.throwIfAborted();
      const tickets = await this.rows.tickets(stored.id, after, AT_ONCE);
      const last = tickets.at(-1);
      if (last === undefined) break;
      const drafts = tickets.map((ticket) => draftOf(asNewPass(ticket), edition, Date.now()));
      const issue = { editionId: edition.id, batchId: null, issuedBy: stored.createdBy };
      const made = (await this.issuer.issueEach(issue, drafts)).flatMap((pass, index) => {
        const ticket = tickets[index];
        return ticket === undefined ? [] : [{ ...ticket, ...pass }];
      });
      await this.rows.name(
        stored.id,
        made.filter(({ replaces }) => replaces === null),
      );
      replacing.push(...made.flatMap((pass) => (pass.replaces === null ? [] : [{ ...pass, replaces: pass.replaces }])));
      after = last.row;
    }
    if (replacing.length === 0) return;
    // Last, so that recording waits for it as short as can be.
    await this.changes.runUnlessArchived(edition.id, async () => {
      await this.rows.replace(edition.id, replacing);
      await this.rows.name(stored.id, replacing);
    });
  }
}

const asNewPass = ({ category, validFrom, validUntil }: AttendeeTicket) =>
  newPass.parse({ kind: "visitor", category, validFrom, validUntil });
