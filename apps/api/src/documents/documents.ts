import { Injectable, Logger, type OnModuleDestroy } from "@nestjs/common";
import { ProblemError } from "../platform/problem-error.ts";
import type { DocumentData, DocumentForm, DocumentTemplate } from "./document-request.ts";
import { DocumentLost, DocumentWorker } from "./document-worker.ts";

/** Documents being set at a time, each in a process. */
const WORKERS = 2;
/** Documents that may wait; beyond it they are refused. */
const MOST_WAITING = 16;
/** 500 group passes on a busy machine take a fraction of it. */
const TIMEOUT_MS = 120_000;
/** A process that has set nothing for so long is ended, and gives its memory back. */
const IDLE_MS = 60_000;

/** Sets documents as PDF from the templates: what reports and passes are printed with. */
@Injectable()
export class Documents implements OnModuleDestroy {
  private readonly log = new Logger("documents");
  private readonly idle = Array.from({ length: WORKERS }, () => new DocumentWorker(TIMEOUT_MS));
  private readonly all = [...this.idle];
  private readonly waiting: ((worker: DocumentWorker) => void)[] = [];
  private readonly ends = new Map<DocumentWorker, NodeJS.Timeout>();

  /**
   * @param data what the template shows: names and figures, never markup
   * @param madeAt ms since the epoch: the date the document bears; now when left out
   * @returns a PDF/A-2u; without that mark where a text has letters that our face lacks
   *
   * Throws `overloaded` when too many wait or it took too long.
   */
  renderPdf(template: DocumentTemplate, data: DocumentData, madeAt = Date.now()): Promise<Buffer> {
    return this.render(template, data, madeAt, "pdf");
  }

  /** The first page of the same PDF as a picture (PNG). Throws `overloaded`. */
  renderPicture(template: DocumentTemplate, data: DocumentData, madeAt = Date.now()): Promise<Buffer> {
    return this.render(template, data, madeAt, "picture");
  }

  private async render(
    template: DocumentTemplate,
    data: DocumentData,
    madeAt: number,
    as: DocumentForm,
  ): Promise<Buffer> {
    const worker = await this.take();
    try {
      const started = performance.now();
      const file = Buffer.from(await worker.set(template, data, madeAt, as));
      this.log.debug({ template, as, bytes: file.length, ms: Math.round(performance.now() - started) });
      return file;
    } catch (error) {
      if (!(error instanceof DocumentLost)) throw error;
      this.log.error({ error });
      throw new ProblemError("overloaded", "The document could not be made in time. Ask for it again.", {
        retryAfterSeconds: 10,
      });
    } finally {
      this.release(worker);
    }
  }

  onModuleDestroy(): void {
    for (const timer of this.ends.values()) clearTimeout(timer);
    for (const worker of this.all) worker.stop();
  }

  private take(): DocumentWorker | Promise<DocumentWorker> {
    // The one that was used last is warm.
    const worker = this.idle.pop();
    if (worker !== undefined) {
      clearTimeout(this.ends.get(worker));
      return worker;
    }
    if (this.waiting.length >= MOST_WAITING) {
      throw new ProblemError("overloaded", "Many documents are being made. Ask for this one again.", {
        retryAfterSeconds: 5,
      });
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(worker: DocumentWorker): void {
    const next = this.waiting.shift();
    if (next !== undefined) {
      next(worker);
      return;
    }
    this.idle.push(worker);
    this.ends.set(worker, setTimeout(() => worker.stop(), IDLE_MS).unref());
  }
}
