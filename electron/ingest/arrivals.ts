/**
 * A queue between somebody who is told things and somebody who waits for them. Iterating takes what has come, in order,
 * and waits for more until it is ended; `onTaken` is called each time one is taken.
 */
export class Arrivals<T> implements AsyncIterable<T> {
  readonly #come: T[] = []
  readonly #onTaken: () => void
  #ended = false
  #wake = () => {}

  constructor(onTaken: () => void = () => {}) {
    this.#onTaken = onTaken
  }

  push(value: T): void {
    if (this.#ended) return
    this.#come.push(value)
    this.#wake()
  }

  /** No more will come; what has come can still be taken. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const value = this.#come.shift()
      if (value !== undefined) {
        this.#onTaken()
        yield value
      } else if (this.#ended) {
        return
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    }
  }
}
