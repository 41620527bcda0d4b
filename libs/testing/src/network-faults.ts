/** Cuts connections at one kind of message, whose bytes contain `containing`. */
export interface CutRule {
  containing: string;
  /**
   * `request`: before it is passed on. `answer`: it is passed on, and its answer is cut after `answerBytes` bytes, so
   * that what was asked has happened and the one who asked does not know.
   */
  at: "request" | "answer";
  answerBytes?: number;
  /** How many messages more. */
  times: number;
}

/** What is wrong with the network now. It may be changed at any time and holds for open connections, too. */
export interface NetworkFaults {
  /** How long each piece waits, in either direction. */
  delayMs: number;
  bytesPerSecond: number;
  /** Nothing arrives any more and nobody is told: connections stay open and silent. */
  isHalfOpen: boolean;
  /** New connections are doubled: every byte sent goes to the target twice, and the second answer is thrown away. */
  isDoubling: boolean;
  cuts: CutRule[];
}

export const noFaults = (): NetworkFaults => ({
  delayMs: 0,
  bytesPerSecond: Infinity,
  isHalfOpen: false,
  isDoubling: false,
  cuts: [],
});

/** The rule that a message meets, counted down; undefined for most messages. */
export function ruleFor(faults: NetworkFaults, message: Buffer): CutRule | undefined {
  const rule = faults.cuts.find(({ times, containing }) => times > 0 && message.includes(containing));
  if (rule !== undefined) rule.times -= 1;
  return rule;
}
