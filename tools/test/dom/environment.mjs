import JsdomEnvironment from "jest-environment-jsdom";

// What every browser has and jsdom leaves out; Node's own are the same to the letter.
const missing = [
  "structuredClone",
  "fetch",
  "Request",
  "Response",
  "Headers",
  "TextEncoder",
  "TextDecoder",
  "BroadcastChannel",
  "ReadableStream",
  "AbortSignal",
  "AbortController",
];

/** The React tests' environment: jsdom with Node's web platform where jsdom has none. */
export default class DomEnvironment extends (JsdomEnvironment.default ?? JsdomEnvironment) {
  async setup() {
    await super.setup();
    for (const name of missing) this.global[name] ??= globalThis[name];
  }
}
