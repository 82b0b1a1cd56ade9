/** How many arrows of which nets run along the stretches of a lattice. A net is all arrows to one widget: they may share their way. */
export class Traffic {
  readonly #nets = new Map<number, Map<string, number>>();

  /** Notes that an arrow of a net runs along a stretch (1), or does so no more (−1). */
  add(stretch: number, net: string, arrows: 1 | -1): void {
    const nets = this.#nets.get(stretch) ?? new Map<string, number>();
    const total = (nets.get(net) ?? 0) + arrows;
    if (total > 0) nets.set(net, total);
    else nets.delete(net);
    this.#nets.set(stretch, nets);
  }

  /** Whether a net runs along a stretch already. */
  has(stretch: number, net: string): boolean {
    return this.#nets.get(stretch)?.has(net) === true;
  }

  /** How many other nets run along a stretch. */
  others(stretch: number, net: string): number {
    const nets = this.#nets.get(stretch);
    return nets === undefined ? 0 : nets.size - (nets.has(net) ? 1 : 0);
  }
}
