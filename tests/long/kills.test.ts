/** Two hundred tabs and browsers killed while somebody types. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultSite, openFaultSite } from '../faults/fault-site.ts';
import { Figures } from '../faults/figures.ts';
import { killWhileTyping } from '../faults/kills.ts';
import { Profile } from '../faults/profile.ts';

let site: FaultSite;

beforeAll(async () => {
  site = await openFaultSite();
});

afterAll(() => site?.close());

test('200 kills lose nothing that was typed more than a second before', async () => {
  const figures = new Figures();
  const profile = await Profile.create();
  try {
    await killWhileTyping(profile, site.url, 200, figures);
  } finally {
    await profile.close();
    figures.print();
  }
  expect(figures.read('kills')).toBe(200);
  expect(figures.read('lost')).toBe(0);
});
