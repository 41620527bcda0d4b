import { SendQueue } from "./send-queue.ts";

test("never runs more tasks at once than allowed", async () => {
  const queue = new SendQueue(3);
  let running = 0;
  let most = 0;
  for (let task = 0; task < 20; task += 1) {
    await queue.add(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
  }
  await queue.drain();
  expect({ most, running }).toEqual({ most: 3, running: 0 });
});

test("a failure is thrown to whoever adds or drains next", async () => {
  const queue = new SendQueue(1);
  await queue.add(() => Promise.reject(new Error("lost")));
  await expect(queue.add(async () => undefined)).rejects.toThrow("lost");
  await expect(queue.drain()).rejects.toThrow("lost");
});
