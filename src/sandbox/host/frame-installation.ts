/**
 * One frame on its way: opened and given its program while other files are still coming. What goes wrong is told to who
 * waits for it, with the step at which it went wrong.
 */
import type { EngineCapabilities } from '../../domain/capabilities.ts';
import type { ImageManifest } from '../../image/manifest.ts';
import type { WorkerUrlKind } from '../protocol.ts';
import type { Clock } from './clock.ts';
import type { OpenFrame } from './frame-link.ts';
import { FrameSession, type SnapshotKeeper } from './frame-session.ts';
import type { ImageStore } from './image-store.ts';

export type InstallationStep = 'frame' | 'compile';

export interface InstallationParts {
  readonly openFrame: OpenFrame;
  readonly store: ImageStore;
  readonly clock: Clock;
  readonly heapLimitBytes: number;
  readonly hashSeed: number;
  readonly workerUrl: WorkerUrlKind;
  /** Null where nothing is kept for the next visit. */
  readonly createKeeper: ((capabilities: () => EngineCapabilities) => SnapshotKeeper) | null;
  /** The frame is gone, and every interpreter with it. */
  readonly onLost: () => void;
  /** It will not be installed: the next boot begins another one. */
  readonly onFailed: () => void;
}

export class FrameInstallation {
  /** Resolves when the frame's program has come. */
  readonly downloaded: Promise<void>;
  #isDownloaded = false;
  readonly #parts: InstallationParts;
  readonly #installed: Promise<FrameSession>;
  readonly #steps: ((step: InstallationStep) => void)[] = [];
  #step: InstallationStep = 'frame';
  #session: FrameSession | null = null;
  #isClosed = false;

  constructor(manifest: ImageManifest, parts: InstallationParts) {
    this.#parts = parts;
    this.downloaded = parts.store.load([manifest.files.worker, manifest.files.wasm]);
    this.downloaded.then(
      () => {
        this.#isDownloaded = true;
      },
      () => undefined,
    );
    this.#installed = this.#install(manifest);
    // Whoever waits hears why.
    this.#installed.catch(parts.onFailed);
  }

  /** False while it waits for its program, or when that will not come. */
  get isDownloaded(): boolean {
    return this.#isDownloaded;
  }

  /** Null until it is open. */
  get session(): FrameSession | null {
    return this.#session;
  }

  /** `onStep` hears the step that is under way, and each that follows. */
  async whenInstalled(onStep: (step: InstallationStep) => void): Promise<FrameSession> {
    onStep(this.#step);
    this.#steps.push(onStep);
    return this.#installed;
  }

  close(): void {
    this.#isClosed = true;
    this.#session?.close();
  }

  async #install(manifest: ImageManifest): Promise<FrameSession> {
    const { openFrame, store, clock, workerUrl, heapLimitBytes, hashSeed, createKeeper, onLost } =
      this.#parts;
    const { worker, wasm } = manifest.files;
    const session = new FrameSession(await openFrame(manifest.frame, workerUrl), clock, onLost);
    this.#session = session;
    try {
      if (createKeeper) session.keepSnapshots(createKeeper(() => session.capabilities));
      this.#refuseIfClosed();
      await this.downloaded;
      this.#refuseIfClosed();
      this.#enter('compile');
      await session.install({
        type: 'install',
        worker: await store.copy(worker),
        wasm: await store.copy(wasm),
        lockInfo: manifest.lockInfo,
        workerUrl,
        heapLimitBytes,
        hashSeed,
        isSnapshotWanted: createKeeper !== null,
      });
      return session;
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Closed meanwhile: a frame that was still opening then is not kept. */
  #refuseIfClosed(): void {
    if (this.#isClosed) throw new Error('The interpreter’s frame was closed.');
  }

  #enter(step: InstallationStep): void {
    this.#step = step;
    for (const tell of this.#steps) tell(step);
  }
}
