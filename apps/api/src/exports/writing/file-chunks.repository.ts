import pg from "pg";

/** Of a row of the table; larger ones would be held in memory several times on their way. */
const CHUNK_BYTES = 1024 * 1024;
/** How often a making is looked after that writes nothing at the time. */
const LOOK_MS = 1_000;

export interface Making {
  exportId: string;
  turn: number;
}

/** Rows that are written, and how far it has come, from 0 to 1. */
export interface WritingProgress {
  rows: number;
  share: number;
  /** Bytes that lie in chunks. */
  stored: number;
}

/** Cancelled, or taken over: what more is written is not taken. */
export class MakingLost extends Error {
  override name = "MakingLost";
}

/**
 * Lays a file down as chunks in the database, where every server finds it. Each is written under the lock of the
 * export's row, and only while that is still of our making: one that was cancelled or begun anew has no chunk of it.
 */
export class FileChunks implements AsyncDisposable {
  private readonly client: pg.Client;
  private readonly making: Making;
  private readonly progress: WritingProgress;
  private readonly timer: NodeJS.Timeout;
  private place = 0;

  private constructor(client: pg.Client, making: Making, progress: WritingProgress, onLost: () => void) {
    this.client = client;
    this.making = making;
    this.progress = progress;
    this.timer = setInterval(() => void this.look(onLost), LOOK_MS);
  }

  /** @param onLost told within a second of a cancellation */
  static async open(
    databaseUrl: string,
    making: Making,
    progress: WritingProgress,
    onLost: () => void,
  ): Promise<FileChunks> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: "abwab export", keepAlive: true });
    client.on("error", () => undefined);
    await client.connect();
    // Chunks wait for no disk: what a crash takes of them is begun anew. The end of a file does, and all before it.
    await client.query("set synchronous_commit = off");
    return new FileChunks(client, making, progress, onLost);
  }

  /** Takes the file's bytes; at their end it is no file yet. Throws `MakingLost`, or an error of the database. */
  async take(parts: AsyncIterable<Buffer>): Promise<void> {
    let waiting: Buffer[] = [];
    let length = 0;
    // One is written while the next is packed.
    let writing = Promise.resolve();
    const write = async (): Promise<void> => {
      await writing;
      writing = this.write(Buffer.concat(waiting, length));
      // What goes wrong is thrown by whoever waits for it next.
      writing.catch(() => undefined);
    };
    for await (const part of parts) {
      waiting.push(part);
      length += part.length;
      if (length < CHUNK_BYTES) continue;
      await write();
      waiting = [];
      length = 0;
    }
    if (length > 0) await write();
    await writing;
  }

  /** From here on there is a file. Throws `MakingLost`. */
  async finish(bytes: number): Promise<void> {
    clearInterval(this.timer);
    await this.client.query("set synchronous_commit = on");
    const { rowCount } = await this.client.query(
      `update export set state = 'done', rows = $3, share = 1, bytes = $4, finished_at = now(), fault = null
       where id = $1 and turn = $2 and state = 'running'`,
      [this.making.exportId, this.making.turn, this.progress.rows, bytes],
    );
    if (rowCount !== 1) throw new MakingLost("It was cancelled, or another makes it.");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.timer);
    await this.client.end();
  }

  private async write(content: Buffer): Promise<void> {
    const { rowCount } = await this.client.query(
      `with held as (
         update export set rows = $3, share = $4 where id = $1 and turn = $2 and state = 'running' returning id)
       insert into export_chunk (export_id, place, content) select id, $5, $6 from held`,
      [this.making.exportId, this.making.turn, this.progress.rows, this.progress.share, this.place, content],
    );
    if (rowCount !== 1) throw new MakingLost("It was cancelled, or another makes it.");
    this.place += 1;
    this.progress.stored += content.length;
  }

  private async look(onLost: () => void): Promise<void> {
    try {
      const { rowCount } = await this.client.query(
        "update export set rows = $3, share = $4 where id = $1 and turn = $2 and state = 'running'",
        [this.making.exportId, this.making.turn, this.progress.rows, this.progress.share],
      );
      if (rowCount !== 1) onLost();
    } catch (error) {
      // The connection is lost: what is written next says so, with its reason.
      if (!(error instanceof Error)) throw error;
    }
  }
}
