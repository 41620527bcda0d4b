import { shownSecret, signMessage } from "./sign-message.ts";

// The example of the Standard Webhooks specification and its libraries' tests.
const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const at = 1_614_265_330_000;
const body = '{"test": 2432232314}';

test("a message is signed as the specification's example is", () => {
  expect(signMessage(id, at, body, [secret])).toEqual({
    "webhook-id": id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("after a rotation both secrets sign", () => {
  const headers = signMessage(id, at, body, [Buffer.from("another"), secret]);
  expect(headers["webhook-signature"].split(" ")).toHaveLength(2);
  expect(headers["webhook-signature"].split(" ")[1]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("a secret is shown with the specification's prefix", () => {
  expect(shownSecret(secret)).toBe("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
});
