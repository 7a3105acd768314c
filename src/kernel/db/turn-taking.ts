/** First come, first served: one holder at a time, everybody else waits in line. */
export class TurnTaking {
  #last: Promise<unknown> = Promise.resolve();

  /** Waits for the turn; the function returned gives it up and may be called more than once. */
  async take(): Promise<() => void> {
    let release: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = this.#last;
    this.#last = before.then(() => mine);
    await before;
    return release;
  }

  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.take();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
