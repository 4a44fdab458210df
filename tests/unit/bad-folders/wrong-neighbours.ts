/** What can be wrong between a challenge and its neighbours. */
import { added, type Mistake, replaced } from './mistake.ts';

export const wrongNeighbours: readonly Mistake[] = [
  {
    name: 'an unknown track',
    changes: replaced('"idioms"', '"idoms"'),
    place: 'challenge.toml:4',
    says: 'The track "idoms" is not in tracks.toml. Did you mean "idioms"? Known: idioms.',
  },
  {
    name: 'a place that is taken',
    changes: replaced('order = 2', 'order = 1'),
    place: 'challenge.toml:5',
    says: 'Place 1 of the track "idioms" is taken by good-one as well. 2 is free.',
    isWarning: true,
  },
  {
    name: 'a prerequisite that does not exist',
    changes: added('prerequisites = ["good-on"]'),
    place: 'challenge.toml:11',
    says: 'The prerequisite "good-on" does not exist. Did you mean "good-one"?',
  },
  {
    name: 'a prerequisite that is only planned',
    changes: added('prerequisites = ["later"]'),
    place: 'challenge.toml:11',
    says: 'The prerequisite "later" is planned but not written yet.',
    isWarning: true,
  },
  {
    name: 'itself as prerequisite',
    changes: added('prerequisites = ["bad-one"]'),
    place: 'challenge.toml:11',
    says: 'The prerequisites form a ring: bad-one → bad-one.',
  },
  {
    name: 'unlocking what does not exist',
    changes: added('unlocks = ["nothing"]'),
    place: 'challenge.toml:11',
    says: '"unlocks" names "nothing", which neither exists nor is planned.',
    isWarning: true,
  },
];
