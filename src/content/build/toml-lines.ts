/** Finds the lines of keys and list items in a TOML text, for messages. The text has been parsed: it is valid. */

export type TomlPath = readonly (string | number)[];

/** @returns a function from a path to its line, counted from 1; a missing key has its table's line, or null at the top. */
export function indexTomlLines(text: string): (path: TomlPath) => number | null {
  const lines = new TomlScanner(text).scan();
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(JSON.stringify(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return null;
  };
}

class TomlScanner {
  readonly #text: string;
  readonly #lines = new Map<string, number>();
  /** How many tables each [[list]] has had so far, by its path. */
  readonly #lists = new Map<string, number>();
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): ReadonlyMap<string, number> {
    let table: TomlPath = [];
    while (this.#at < this.#text.length) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) break;
      if (this.#peek() === '[') table = this.#readHeader();
      else this.#readPair(table);
    }
    return this.#lines;
  }

  #readHeader(): TomlPath {
    const line = this.#line;
    const isList = this.#text.startsWith('[[', this.#at);
    this.#skip(isList ? 2 : 1);
    const keys = this.#readKeys();
    this.#skip(isList ? 2 : 1);
    const path: (string | number)[] = [];
    for (const [depth, key] of keys.entries()) {
      path.push(key);
      const name = JSON.stringify(path);
      if (isList && depth === keys.length - 1) this.#lists.set(name, (this.#lists.get(name) ?? 0) + 1);
      this.#note(path, line);
      const count = this.#lists.get(name);
      if (count !== undefined) path.push(count - 1);
    }
    this.#note(path, line);
    return path;
  }

  #readPair(table: TomlPath): void {
    const line = this.#line;
    const path: (string | number)[] = [...table];
    for (const key of this.#readKeys()) {
      path.push(key);
      this.#note(path, line);
    }
    this.#skip(1);
    this.#readValue(path);
  }

  #readValue(path: TomlPath): void {
    this.#skipBlank(false);
    const character = this.#peek();
    if (character === '"' || character === "'") this.#readText();
    else if (character === '[') this.#readArray(path);
    else if (character === '{') this.#readInlineTable(path);
    else while (this.#at < this.#text.length && !',]}#\n'.includes(this.#peek())) this.#skip(1);
  }

  #readArray(path: TomlPath): void {
    this.#skip(1);
    for (let index = 0; this.#at < this.#text.length; index += 1) {
      this.#skipBlank();
      if (this.#peek() === ']') break;
      this.#note([...path, index], this.#line);
      this.#readValue([...path, index]);
      this.#skipBlank();
      if (this.#peek() === ',') this.#skip(1);
    }
    this.#skip(1);
  }

  #readInlineTable(path: TomlPath): void {
    this.#skip(1);
    while (this.#at < this.#text.length) {
      this.#skipBlank();
      if (this.#peek() === '}') break;
      this.#readPair(path);
      this.#skipBlank();
      if (this.#peek() === ',') this.#skip(1);
    }
    this.#skip(1);
  }

  /** A key or several with dots between them, up to what is neither. */
  #readKeys(): readonly string[] {
    const keys: string[] = [];
    for (;;) {
      this.#skipBlank(false);
      const quote = this.#peek();
      if (quote === '"' || quote === "'") keys.push(this.#readText());
      else keys.push(this.#readBareKey());
      this.#skipBlank(false);
      if (this.#peek() !== '.') return keys;
      this.#skip(1);
    }
  }

  #readBareKey(): string {
    const key = /[\w-]*/y;
    key.lastIndex = this.#at;
    const text = key.exec(this.#text)?.[0] ?? '';
    // Never stand still, even on a text that no parser has accepted.
    this.#skip(Math.max(1, text.length));
    return text;
  }

  /** @returns what stands between the quotes, escapes as they are written */
  #readText(): string {
    const quote = this.#peek();
    const mark = this.#text.startsWith(quote.repeat(3), this.#at) ? quote.repeat(3) : quote;
    this.#skip(mark.length);
    const from = this.#at;
    while (this.#at < this.#text.length && !this.#text.startsWith(mark, this.#at)) {
      this.#skip(quote === '"' && this.#peek() === '\\' ? 2 : 1);
    }
    const text = this.#text.slice(from, this.#at);
    this.#skip(mark.length);
    // Up to two quotes may stand directly before the three that end a text.
    while (mark.length === 3 && this.#peek() === quote) this.#skip(1);
    return text;
  }

  #skipBlank(acrossLines = true): void {
    while (this.#at < this.#text.length) {
      const character = this.#peek();
      if (character === '#' && acrossLines) {
        while (this.#at < this.#text.length && this.#peek() !== '\n') this.#skip(1);
      } else if (character === '\n' ? acrossLines : /\s/.test(character)) this.#skip(1);
      else return;
    }
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #skip(count: number): void {
    for (let step = 0; step < count; step += 1) {
      if (this.#text[this.#at] === '\n') this.#line += 1;
      this.#at += 1;
    }
  }

  #note(path: TomlPath, line: number): void {
    const name = JSON.stringify(path);
    if (!this.#lines.has(name)) this.#lines.set(name, line);
  }
}
