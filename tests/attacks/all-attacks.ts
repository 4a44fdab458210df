/** Every group of attacks, in the order in which they are made. */
import type { AttackGroup } from './attack.ts';
import { content } from './groups/content.ts';
import { forge } from './groups/forge.ts';
import { frameReach } from './groups/frame-reach.ts';
import { importAttacks } from './groups/imports.ts';
import { poison } from './groups/poison.ts';
import { protocol } from './groups/protocol.ts';
import { pythonReach } from './groups/python-reach.ts';
import { routeAttacks } from './groups/routes.ts';
import { treasure } from './groups/treasure.ts';
import { walls } from './groups/walls.ts';
import { workerReach } from './groups/worker-reach.ts';

export const attackGroups: readonly AttackGroup[] = [
  pythonReach,
  workerReach,
  frameReach,
  protocol,
  forge,
  poison,
  walls,
  treasure,
  content,
  routeAttacks,
  importAttacks,
];
