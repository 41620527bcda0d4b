/** Something the person at the terminal has to put right; its message is one sentence and all they get to see. */
export class FatalError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "FatalError";
  }
}
