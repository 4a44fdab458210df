/** What the fault harness counts, and prints at its end. */

export class Figures {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#counts.set(name, this.read(name) + count);
  }

  raise(name: string, value: number): void {
    this.#counts.set(name, Math.max(this.read(name), Math.round(value)));
  }

  read(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  print(): void {
    const parts = [...this.#counts].map(([name, count]) => `${name} ${count}`);
    process.stdout.write(`\nfaults: ${parts.join(', ')}\n`);
  }
}
