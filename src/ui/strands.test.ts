import { describe, expect, it } from 'vitest';
import { toBraidParts, toStrandTiles, toThreadTail } from './strands.ts';

describe('toStrandTiles', () => {
  it('swaps the strands at crossings alone, so that each thread stays whole', () => {
    const tiles = toStrandTiles(['solved', 'started', 'new', 'due', 'solved']);
    expect(tiles.map((tile) => tile.upper)).toEqual(['a', 'b', 'b', 'b', 'a']);
  });
});

describe('toBraidParts', () => {
  it('makes one pair of threads of neighbours with nothing done', () => {
    const parts = toBraidParts(['new', 'new', 'solved', 'new']);
    expect(parts.map((part) => (part.kind === 'loose' ? part.count : part.tile.state))).toEqual([
      2,
      'solved',
      1,
    ]);
  });

  it('keeps as many places as there are challenges', () => {
    const parts = toBraidParts(Array(1000).fill('new'));
    expect(parts).toEqual([{ kind: 'loose', count: 1000 }]);
  });
});

describe('toThreadTail', () => {
  it('runs on woven to the next entry that has something, and fades before one that has not', () => {
    expect(toThreadTail('solved', 'started')).toBe('woven');
    expect(toThreadTail('solved', 'new')).toBe('fading');
    expect(toThreadTail('due', undefined)).toBe('fading');
    expect(toThreadTail('started', 'solved')).toBe('loose');
  });
});
