import { GroupCommit, type GroupCommitOptions } from "./group-commit.ts";

interface Item {
  name: string;
  size: number;
}

/** Commits that end when the test says so. */
function arrange(options: Partial<GroupCommitOptions<Item>> = {}) {
  const batches: { names: string[]; end: (error?: Error) => void }[] = [];
  const failed: string[] = [];
  const group = new GroupCommit<Item>({
    sizeOf: (item) => item.size,
    commit: (_, batch) =>
      new Promise((resolve, reject) => {
        batches.push({ names: batch.map((item) => item.name), end: (error) => (error ? reject(error) : resolve()) });
      }),
    fail: (item) => failed.push(item.name),
    batchLimit: 10,
    queueLimit: 20,
    inFlightLimit: 1,
    joinFrom: 1,
    ...options,
  });
  const submit = (name: string, size = 1, lane = 1) => group.submit(lane, { name, size });
  return { group, batches, failed, submit };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const turns = async (): Promise<void> => {
  await turn();
  await turn();
};

test("what arrives in one turn is one transaction, and what arrives during it is the next", async () => {
  const { batches, submit } = arrange();
  submit("a");
  submit("b");
  await turns();
  submit("c");
  submit("d");
  await turns();
  expect(batches.map((batch) => batch.names)).toEqual([["a", "b"]]);
  batches[0]?.end();
  await turns();
  expect(batches.map((batch) => batch.names)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a batch ends before its limit; a submission larger than the limit goes alone", async () => {
  const { batches, submit } = arrange();
  submit("a", 6);
  submit("b", 6);
  submit("large", 12 - 4);
  await turns();
  batches[0]?.end();
  await turns();
  batches[1]?.end();
  await turns();
  expect(batches.map((batch) => batch.names)).toEqual([["a"], ["b"], ["large"]]);
});

test("a full queue refuses at once, and takes again when a batch has left it", async () => {
  const { group, batches, submit } = arrange();
  expect([submit("a", 15), submit("b", 5), submit("c", 1)]).toEqual([true, true, false]);
  expect(group.depth).toBe(20);
  await turns();
  expect(batches).toHaveLength(1);
  expect([group.depth, submit("d", 15)]).toEqual([5, true]);
});

test("as many transactions are under way as allowed, no more", async () => {
  const { batches, submit } = arrange({ inFlightLimit: 2 });
  for (const name of ["a", "b", "c"]) {
    submit(name, 10);
  }
  submit("d", 1);
  await turns();
  await turns();
  expect(batches.map((batch) => batch.names)).toEqual([["a"], ["b"]]);
});

test("a transaction joins another only when enough waits for it", async () => {
  const { batches, submit } = arrange({ inFlightLimit: 2, joinFrom: 5 });
  submit("a");
  await turns();
  submit("b", 4);
  await turns();
  expect(batches).toHaveLength(1);
  submit("c", 1);
  await turns();
  expect(batches.map((batch) => batch.names)).toEqual([["a"], ["b", "c"]]);
});

test("a lane is busy while something waits, and after a batch of many submissions", async () => {
  const { group, batches, submit } = arrange({ batchLimit: 100, queueLimit: 100 });
  for (let index = 0; index < 32; index += 1) submit(`${index}`);
  await turns();
  expect(group.isBusy(1)).toBe(true);
  batches[0]?.end();
  submit("alone");
  await turns();
  await turns();
  expect([batches.at(-1)?.names, group.isBusy(1)]).toEqual([["alone"], false]);
});

test("editions do not wait for one another", async () => {
  const { batches, submit } = arrange();
  submit("a", 1, 1);
  submit("b", 1, 2);
  await turns();
  expect(batches.map((batch) => batch.names)).toEqual([["a"], ["b"]]);
});

test("a failed commit fails its submissions and the next goes on", async () => {
  const { batches, failed, submit } = arrange();
  submit("a");
  await turns();
  submit("b");
  batches[0]?.end(new Error("the connection is gone"));
  await turns();
  expect(failed).toEqual(["a"]);
  expect(batches.at(-1)?.names).toEqual(["b"]);
});
