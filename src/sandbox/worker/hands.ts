/**
 * The JavaScript objects that Python keeps, each under a name. A restored memory refers to those of the worker it was
 * made in; by their names it gets this worker's own in their place.
 */

export interface Hands {
  /** Names the object and the functions that it has, its own and its class's. Returns the object. */
  add<Item extends object>(name: string, item: Item): Item;
  /** @throws UnknownHand for an object that was never added */
  nameOf(item: unknown): string;
  /** @throws UnknownHand for a name that this worker does not know */
  find(name: string): object;
}

/** Python holds an object that no other worker could stand in for. */
export class UnknownHand extends Error {
  override name = 'UnknownHand';
}

/** What has settled long ago: whoever still holds it waits for nothing. */
const settledPromise = 'settled promise';

export function createHands(): Hands {
  const items = new Map<string, object>();
  const names = new Map<unknown, string>();

  function enter(name: string, item: object): void {
    if (names.has(item)) return;
    items.set(name, item);
    names.set(item, name);
  }

  return {
    add: (name, item) => {
      enter(name, item);
      for (const [key, value] of listFunctions(item)) enter(`${name}.${key}`, value);
      return item;
    },
    nameOf: (item) => {
      const name = names.get(item) ?? (item instanceof Promise ? settledPromise : undefined);
      if (name === undefined) throw new UnknownHand(`Python holds ${describe(item)}, which has no name.`);
      return name;
    },
    find: (name) => {
      const item = name === settledPromise ? Promise.resolve() : items.get(name);
      if (!item) throw new UnknownHand(`Python wants ${name}, which this worker does not have.`);
      return item;
    },
  };
}

function listFunctions(item: object): readonly [string, object][] {
  const found: [string, object][] = [];
  for (
    let owner: object | null = item;
    owner && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    if (owner === Function.prototype) break;
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value === 'function' && key !== 'constructor') found.push([key, value]);
    }
  }
  return found;
}

function describe(item: unknown): string {
  try {
    return `${typeof item} ${String(item).slice(0, 120)}`;
  } catch {
    return typeof item;
  }
}
