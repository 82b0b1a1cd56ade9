/** A queue that gives back the lightest item first; of equally light ones, in an order that is always the same. */
export class LightestFirst {
  readonly #items: number[] = [];
  readonly #weights: number[] = [];

  /** Adds a number with its weight. */
  push(item: number, weight: number): void {
    let at = this.#items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#weights[parent] ?? 0) <= weight) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, item, weight);
  }

  /** Takes the lightest out; undefined when there is none. */
  pop(): number | undefined {
    const [first] = this.#items;
    const item = this.#items.pop();
    const weight = this.#weights.pop();
    if (item === undefined || weight === undefined || this.#items.length === 0) return first;
    this.#sink(item, weight);
    return first;
  }

  #sink(item: number, weight: number): void {
    const { length } = this.#items;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      const right = child + 1;
      if (right < length && (this.#weights[right] ?? 0) < (this.#weights[child] ?? 0)) child = right;
      if ((this.#weights[child] ?? 0) >= weight) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, item, weight);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#items[from] ?? 0, this.#weights[from] ?? 0);
  }

  #set(at: number, item: number, weight: number): void {
    this.#items[at] = item;
    this.#weights[at] = weight;
  }
}
