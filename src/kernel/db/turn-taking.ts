/** Gives the turn up; calling it again does nothing. */
export type Release = () => void;

/** Nobody gave the turn up in time. */
export class TurnTimeout extends Error {}

/** First come, first served: one holder at a time, everybody else waits in line. */
export class TurnTaking {
  #held = false;
  readonly #line: (() => void)[] = [];

  /**
   * Waits for the turn.
   * @param patience milliseconds; forever where left out
   * @throws TurnTimeout, having left the line
   */
  async take(patience = Infinity): Promise<Release> {
    if (this.#held) await this.#wait(patience);
    this.#held = true;
    let mine = true;
    return () => {
      if (!mine) return;
      mine = false;
      const next = this.#line.shift();
      if (next) next(); // handed on without letting go, so that nobody can step in between
      else this.#held = false;
    };
  }

  /** @throws TurnTimeout, or what the work throws */
  async inTurn<T>(work: () => T | Promise<T>, patience = Infinity): Promise<T> {
    const release = await this.take(patience);
    try {
      return await work();
    } finally {
      release();
    }
  }

  #wait(patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = patience === Infinity ? undefined : setTimeout(() => {
        this.#line.splice(this.#line.indexOf(called), 1);
        reject(new TurnTimeout(`waited ${patience} ms for a turn`));
      }, patience);
      const called = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#line.push(called);
    });
  }
}
