/** The shapes of stored records. What does not fit is kept aside, never dropped. */
import * as v from 'valibot';
import type { Draft, Snapshot } from '../domain/draft.ts';
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';

// Bounded, because a file to import may say anything: a date that no calendar shows would stop the page that lists it,
// and a count that can no longer be raised by one would let two tabs overwrite each other.
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e10));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 48));
/** Keys are made of slugs, and `/` separates their parts. */
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/));
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));
const files = v.array(v.object({ path: v.string(), text: v.string() }));

export const DraftSchema: v.GenericSchema<unknown, Draft> = v.object({
  slug,
  challengeVersion: count,
  files,
  savedAt: time,
  revision: count,
});

export const SnapshotSchema: v.GenericSchema<unknown, Snapshot> = v.object({
  id,
  slug,
  challengeVersion: count,
  files,
  takenAt: time,
  reason: v.picklist([
    'run',
    'submit',
    'before-reset',
    'before-restore',
    'before-import',
    'before-solution',
    'other-tab',
    'challenge-changed',
  ]),
});

export const AttemptSchema: v.GenericSchema<unknown, Attempt> = v.object({
  id,
  slug,
  challengeVersion: count,
  startedAt: time,
  seconds,
  mode: v.picklist(['visible', 'all']),
  verdict: v.picklist([
    'passed',
    'failed',
    'broken-code',
    'timed-out',
    'out-of-memory',
    'cancelled',
    'crashed',
  ]),
  passed: count,
  total: count,
  snapshotId: v.string(),
});

export const ProgressSchema: v.GenericSchema<unknown, ChallengeProgress> = v.object({
  slug,
  openedAt: time,
  lastSeenAt: time,
  solvedAt: v.nullable(time),
  solvedVersion: v.nullable(count),
  attempts: count,
  lastPassed: count,
  lastTotal: count,
  hintsShown: count,
  solutionShownAt: v.nullable(time),
  activeSeconds: seconds,
});

export const SettingsSchema: v.GenericSchema<unknown, Settings> = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), defaultSettings.theme),
  language: v.fallback(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,40}$/)), defaultSettings.language),
  showTimer: v.fallback(v.boolean(), defaultSettings.showTimer),
  editorFontSize: v.fallback(
    v.pipe(v.number(), v.minValue(8), v.maxValue(40)),
    defaultSettings.editorFontSize,
  ),
  panes: v.fallback(v.record(v.string(), v.array(v.number())), {}),
});
