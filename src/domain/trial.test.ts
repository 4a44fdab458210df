import { describe, expect, test } from 'vitest';
import type { Challenge } from './challenge.ts';
import { findTrial, toTrialQuery, trialParameter } from './trial.ts';

const files = (text: string) => [{ path: 'solution.py', text }];
const challenge = {
  starter: files('starter'),
  solution: files('solution'),
  mutants: [{ name: 'a:b c', why: '', kills: [], files: files('mutant') }],
} as unknown as Challenge;
const read = (query: string) => new URLSearchParams(query).get(trialParameter);

describe('a trial', () => {
  test.each([
    ['starter', '', 'starter'],
    ['solution', '', 'solution'],
    ['mutant', 'a:b c', 'mutant'],
  ] as const)('is found by the address that was made for it: %s %s', (kind, name, text) => {
    const trial = findTrial(challenge, read(toTrialQuery(kind, name)));
    expect(trial).toEqual({ kind, name, files: files(text) });
  });

  test.each([null, '', 'mutant', 'mutant:', 'mutant:gone', 'draft'])('is none for %s', (wanted) => {
    expect(findTrial(challenge, wanted)).toBeNull();
  });
});
