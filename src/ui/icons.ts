/** The house's icons on a 16 × 16 grid: strokes of 1.75 unless `fill` says so. */

export interface IconShape {
  readonly strokes?: string;
  readonly fills?: string;
  /** Drawn fainter, behind. */
  readonly behind?: string;
  readonly dashes?: string;
  readonly strokeWidth?: number;
}

const ring = 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z';

export const icons = {
  pass: { strokes: 'M2.5 8.5 6.3 12.3 13.5 4' },
  fail: { strokes: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  error: { strokes: 'M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4zM8 5v3.6M8 11v.1' },
  skip: { strokes: 'M3 4l4.5 4L3 12M8.5 4 13 8l-4.5 4' },
  waiting: { strokes: 'M3 8h10', dashes: '1.5 3' },
  running: {
    strokes: 'M1 4.5C8 4.5 8 11.5 15 11.5',
    behind: 'M1 11.5c2.7 0 4.3-1 5.3-2.200M9.7 6.700C10.7 5.5 12.3 4.5 15 4.5',
  },
  new: { strokes: ring },
  circle: { strokes: ring },
  half: { strokes: ring, fills: 'M8 2.500a5.5 5.5 0 0 1 0 11z' },
  due: { strokes: 'M13 8A5 5 0 1 1 11.3 4.2M13.5 1.8v3.2h-3.2' },
  clock: { strokes: 'M8 2.25a5.75 5.75 0 1 1 0 11.500a5.750 5.750 0 0 1 0-11.500zM8 4.8V8l2.2 1.6' },
  play: { strokes: 'M5 3.2 12.5 8 5 12.800z', fills: 'M5 3.2 12.5 8 5 12.800z' },
  pause: { strokes: 'M5.5 3.500v9M10.5 3.500v9', strokeWidth: 2.5 },
  stop: { strokes: 'M4 4h8v8H4z', fills: 'M4 4h8v8H4z' },
  more: { strokes: 'M3 8h.01M8 8h.01M13 8h.01', strokeWidth: 2.5 },
  theme: { strokes: ring, fills: 'M8 2.500a5.5 5.5 0 0 0 0 11z' },
  lock: { strokes: 'M3.5 7.500h9v6h-9zM5.5 7.500V5a2.5 2.5 0 0 1 5 0v2.5' },
  'chevron-right': { strokes: 'M6 3.5 10.5 8 6 12.5' },
  'chevron-left': { strokes: 'M10 3.5 5.5 8 10 12.5' },
  'chevron-down': { strokes: 'M3.5 6 8 10.5 12.5 6' },
  search: { strokes: 'M7 2.500a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4 14 14' },
  check: { strokes: 'M3 8.5 6 11.5 13 4.5' },
  warning: { strokes: 'M8 2 14.5 13.500H1.500zM8 6.500v3M8 11.600v.1' },
  info: { strokes: `${ring}M8 7.500v3.500M8 5v.1` },
  'link-out': { strokes: 'M6.5 3.500h-3v9h9v-3M9 2.500h4.500V7M13 3 7.5 8.5' },
  reset: { strokes: 'M3 8a5 5 0 1 0 1.7-3.800M2.5 1.800v3.200h3.2' },
  undo: { strokes: 'M6 3 2.5 6.5 6 10M3 6.500h6.500a3.5 3.5 0 0 1 0 7H6' },
  download: { strokes: 'M8 2v8M4.5 6.8 8 10.200l3.5-3.400M2.5 13.500h11' },
  upload: { strokes: 'M8 10.500v-8M4.5 5.7 8 2.300l3.5 3.400M2.5 13.500h11' },
  close: { strokes: 'M4 4l8 8M12 4l-8 8' },
  trash: { strokes: 'M2.5 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9M6.7 7v4M9.3 7v4' },
  settings: { strokes: 'M2 4.500h7M12 4.500h2M2 11.500h2M7 11.500h7M10.5 2.800v3.400M5.5 9.800v3.4' },
  keyboard: { strokes: 'M1.5 4h13v8h-13zM4 6.500h.1M6.7 6.500h.1M9.3 6.500h.1M12 6.500h.1M5 9.500h6' },
  hint: { strokes: 'M6 11.500C6 9.8 4 9.2 4 6.500a4 4 0 0 1 8 0c0 2.7-2 3.3-2 5zM6.5 14h3' },
  eye: {
    strokes:
      'M1.5 8C3.5 4.7 5.6 3.5 8 3.500s4.5 1.2 6.5 4.500c-2 3.3-4.1 4.5-6.5 4.500S3.5 11.3 1.5 8zM8 6.300a1.7 1.7 0 1 1 0 3.400a1.7 1.7 0 0 1 0-3.400z',
  },
  file: { strokes: 'M3.5 1.500h6l3 3v10h-9zM9.5 1.500v3h3' },
  copy: { strokes: 'M5.5 5.500h8v8h-8zM10.5 5.500v-3h-8v8h3' },
  history: { strokes: 'M2.7 9.500A5.5 5.5 0 1 0 3.5 5M2.5 2v3.500H6M8 5v3.200l2.2 1.3' },
  statement: { strokes: 'M3 3.500h10M3 6.500h10M3 9.500h10M3 12.500h6' },
  code: { strokes: 'M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4' },
  list: { strokes: 'M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1' },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof icons;
