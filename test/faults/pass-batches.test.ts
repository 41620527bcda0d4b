import { routes } from "@abwab/contract";
import { createTestDatabase } from "@abwab/testing";
import { queryDatabase } from "../support/query-database.ts";
import { signInAs } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";
import { ServerProcess } from "./world/server-process.ts";

const COUNT = 30_000;
const LONGEST_MS = 120_000;

test(
  "a batch of passes whose server is killed again and again comes to exactly its count",
  async () => {
    await using database = await createTestDatabase();
    await using server = await ServerProcess.start(database.url);
    const administrator = await signInAs(server.url, "administrator");
    const { slug } = await createEdition(administrator, server.url);
    const body = { kind: "visitor", count: COUNT } as const;
    const { id } = await administrator.call(routes.createPassBatch, { params: { slug }, body });
    const issued = async (): Promise<number> => {
      const [batch] = await queryDatabase<{ issued: number }>(database, "select issued from pass_batch");
      return batch?.issued ?? 0;
    };
    const past = async (figure: number): Promise<void> => {
      while ((await issued()) < figure) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    for (const figure of [2_000, 12_000]) {
      await past(figure);
      await server.end("SIGKILL");
      expect(await issued()).toBeLessThan(COUNT);
      await server.start();
    }
    await past(COUNT);
    const [made] = await queryDatabase(
      database,
      `select count(*)::integer as passes, count(distinct digest)::integer as digests,
         (select state from pass_batch) as state from pass where batch_id = $1`,
      [id],
    );
    expect(made).toEqual({ passes: COUNT, digests: COUNT, state: "done" });
  },
  LONGEST_MS,
);
