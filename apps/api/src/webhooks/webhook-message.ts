export const TEST_EVENT = "test";

/** The frame that Standard Webhooks recommends. */
export const messageBody = (type: string, data: object): string =>
  JSON.stringify({ type, timestamp: new Date().toISOString(), data });
