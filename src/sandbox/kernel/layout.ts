/**
 * Where things lie in the memory that the processes of one run share. Everything is named by its byte offset, so a
 * handle is a number that can be pickled. Offsets are multiples of 16; a handle's low four bits say what it is.
 */

/** Bytes of the shared memory. Engines give the pages when they are touched. */
export const kernelBytes = 128 * 1024 * 1024;

/** 32-bit cells at the start of the memory. */
export const cell = {
  /** Byte offset of the first byte never used. */
  top: 0,
  /** Guards the free lists and the list of names. */
  lock: 1,
  /** Number of processes ever made. */
  processes: 2,
  /** Byte offset of the first name. */
  names: 3,
  /** Byte offset of the pipe that carries what children print. */
  console: 4,
  /** Bytes that were too many for the console. */
  consoleDropped: 5,
  /** The most children that run at once. */
  limit: 6,
  /** Children that were started and have not ended. */
  alive: 7,
  /** One for each interpreter: rung when something it waits for has changed. */
  bells: 16,
  /** One for each size of block: the first free one. */
  free: 48,
  /** One for each worker's serial number: what `fate` says of it. */
  fates: 96,
} as const;

/** Interpreters of one run: the one that runs the tests and eight children, with one to spare. */
export const bellCount = 16;
export const fateCount = 2_048;

/**
 * A terminated worker goes on for a moment. Condemned, it begins nothing any more with what others share; dead, what it
 * had begun has ended for certain, and its locks may be taken over.
 */
export const fate = { alive: 0, condemned: 1, dead: 2 } as const;

/** The table of processes. */
export const processTable = { start: 4_096, entries: 4_096, cells: 16, firstPid: 100 } as const;

export const processCell = {
  state: 0,
  exitCode: 1,
  parent: 2,
  waiters: 3,
  /** Byte offset of its descriptors. */
  descriptors: 4,
  /** What it needs to start: byte offset and length. */
  startOffset: 5,
  startLength: 6,
  /** What it leaves to its parent: byte offset and length. */
  resultOffset: 7,
  resultLength: 8,
  /** One bit for each signal: those that Python code handles, and those that have come. */
  handled: 9,
  signals: 10,
  /** The bell of its interpreter. */
  bell: 11,
} as const;

export const processState = { none: 0, waiting: 1, running: 2, ended: 3, reaped: 4 } as const;

/** Open files of one process, at most. */
export const descriptorCount = 1_024;

export const handleKind = { read: 1, write: 2, duplex: 3, segment: 4, process: 5 } as const;

/** First byte behind the tables, where blocks begin. */
export const heapStart = (processTable.start + processTable.entries * processTable.cells) * 4;

export function kindOf(handle: number): number {
  return handle & 15;
}

export function offsetOf(handle: number): number {
  return handle & ~15;
}
