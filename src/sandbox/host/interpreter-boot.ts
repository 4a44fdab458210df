/**
 * Brings up one interpreter after the other, in named steps: download, frame, compile, then the worker's own.
 * Downloads and the frame are kept between boots; a frame that is gone is made again.
 */
import type { EngineCapabilities } from '../../domain/capabilities.ts';
import type { ImageManifest } from '../../image/manifest.ts';
import type { SnapshotKind } from '../memory-snapshot.ts';
import type { WorkerUrlKind } from '../protocol.ts';
import type { BootStep } from '../sandbox.ts';
import { BootFailure, toBootFailure } from './boot-failure.ts';
import type { Clock } from './clock.ts';
import type { DownloadProgress } from './download-meter.ts';
import type { FetchAsset } from './fetch-asset.ts';
import { FrameInstallation } from './frame-installation.ts';
import type { OpenFrame } from './frame-link.ts';
import type { FrameSession, Interpreter, SnapshotKeeper } from './frame-session.ts';
import { ImageStore } from './image-store.ts';
import { type PackFile, packFiles } from './pack-files.ts';
import { resolvePackageGroups } from './package-groups.ts';
import type { KeptSnapshot, SnapshotStore } from './snapshot-store.ts';

export interface BootParts {
  readonly loadManifest: () => Promise<ImageManifest>;
  readonly fetchAsset: FetchAsset;
  readonly openFrame: OpenFrame;
  readonly clock: Clock;
  /** Where there is none, every visit's first interpreter boots from the packs. */
  readonly snapshots: SnapshotStore | null;
  /** An interpreter's heap never grows beyond this; bytes. */
  readonly heapLimitBytes: number;
  /** Python's hash seed, from 0 to 4294967295. */
  readonly hashSeed: number;
  /** The frame is gone, and every interpreter with it. */
  readonly onFrameLost: () => void;
}

export interface BootedInterpreter {
  readonly interpreter: Interpreter;
  readonly session: FrameSession;
  readonly python: string;
  readonly capabilities: EngineCapabilities;
}

/** The worker's word that it is up; or the engine does not start workers of this kind. */
type Readiness = { readonly stackSwitching: boolean } | 'refused';

/** Longest silence of a worker that is booting. */
const workerSilenceMs = 90_000;

interface FoundSnapshot {
  readonly kind: SnapshotKind;
  readonly kept: KeptSnapshot;
}

export class InterpreterBoot {
  readonly #parts: BootParts;
  readonly #store: ImageStore;
  #manifest: ImageManifest | null = null;
  #installation: FrameInstallation | null = null;
  #workerUrl: WorkerUrlKind = 'blob';

  constructor(parts: BootParts) {
    this.#parts = parts;
    this.#store = new ImageStore(parts.fetchAsset, parts.clock);
  }

  progress(): DownloadProgress {
    return this.#store.progress();
  }

  /** Rejects with a BootFailure, or with the signal's reason when aborted. */
  async boot(
    packages: readonly string[],
    onStep: (step: BootStep) => void,
    signal: AbortSignal,
    processes = 0,
  ): Promise<BootedInterpreter> {
    let step: BootStep = 'download';
    const enter = (next: BootStep) => {
      signal.throwIfAborted();
      step = next;
      onStep(next);
    };
    try {
      return await this.#boot(packages, enter, signal, processes);
    } catch (error) {
      signal.throwIfAborted();
      throw toBootFailure(step, error);
    }
  }

  /** Lets a download that hangs go, so that the next boot asks anew for what is missing. */
  abortDownloads(): void {
    this.#store.abort();
    if (this.#installation?.isDownloaded === false) this.close();
  }

  /** Has the next boot open another frame than this one. */
  drop(session: FrameSession): void {
    if (this.#installation?.session === session) this.close();
    else session.close();
  }

  close(): void {
    this.#installation?.close();
    this.#installation = null;
  }

  async #boot(
    packages: readonly string[],
    enter: (step: BootStep) => void,
    signal: AbortSignal,
    processes: number,
  ): Promise<BootedInterpreter> {
    enter('download');
    this.#manifest ??= await this.#parts.loadManifest();
    const manifest = this.#manifest;
    const resolved = resolvePackageGroups(manifest, packages);
    if (!resolved.ok) throw new BootFailure('load-packages', resolved.problem);
    const { groups } = resolved;
    const packs = ['site', 'interleave', ...groups];
    const kept = this.#findSnapshots(manifest, packs, processes);
    this.#installation ??= this.#beginInstallation(manifest);
    const files = packFiles(manifest, groups);
    await Promise.all([this.#installation.downloaded, this.#loadPacks(this.#installation.session, files)]);
    // Made anew where it was lost meanwhile.
    const installation = this.#installation ?? this.#beginInstallation(manifest);
    this.#installation = installation;
    const session = await installation.whenInstalled((step) => {
      if (!signal.aborted) enter(step);
    });
    signal.throwIfAborted();
    // A frame that was made anew meanwhile has none of them.
    await this.#loadPacks(session, files);
    await this.#addPacks(session, files);
    const given = addSnapshots(session, await kept);
    enter('start-worker');
    const interpreter = session.spawn(packs, processes);
    const readiness = await this.#waitUntilReady(session, interpreter, enter, signal).catch(
      (error: unknown) => {
        if (!signal.aborted && given.length > 0) {
          // Not likely its fault, but the next attempt is to do without: the frame has it too.
          for (const kind of given) void this.#parts.snapshots?.forget(manifest.id, kind);
          this.close();
        }
        throw error;
      },
    );
    if (readiness === 'refused') {
      // WebKit starts no blob worker in an opaque frame under COEP. The policy of a frame is fixed: make another.
      this.close();
      this.#workerUrl = 'data';
      return this.#boot(packages, enter, signal, processes);
    }
    this.#store.forgetGiven();
    const { sharedMemory } = session.capabilities;
    const capabilities = { sharedMemory, stackSwitching: readiness.stackSwitching };
    return { interpreter, session, python: manifest.python, capabilities };
  }

  /** Those of an earlier visit that this frame has not got yet. */
  async #findSnapshots(
    manifest: ImageManifest,
    packs: readonly string[],
    processes: number,
  ): Promise<readonly FoundSnapshot[]> {
    const { snapshots } = this.#parts;
    const session = this.#installation?.session;
    const roles = processes > 0 ? (['main', 'child'] as const) : (['alone'] as const);
    const wanted = roles
      .map((role): SnapshotKind => ({ packs, role }))
      .filter((kind) => session?.hasSnapshot(kind) !== true);
    const found = await Promise.all(
      wanted.map(async (kind) => ({ kind, kept: (await snapshots?.find(manifest.id, kind)) ?? null })),
    );
    return found.flatMap(({ kind, kept }) => (kept ? [{ kind, kept }] : []));
  }

  /** The frame is opened and compiles while the rest of the image is still coming. */
  #beginInstallation(manifest: ImageManifest): FrameInstallation {
    const { openFrame, clock, heapLimitBytes, hashSeed, onFrameLost, snapshots } = this.#parts;
    const forget = () => {
      if (this.#installation === installation) this.#installation = null;
    };
    const installation = new FrameInstallation(manifest, {
      openFrame,
      clock,
      heapLimitBytes,
      hashSeed,
      store: this.#store,
      workerUrl: this.#workerUrl,
      createKeeper: snapshots && ((capabilities) => createKeeper(snapshots, manifest.id, capabilities)),
      onLost: () => {
        forget();
        onFrameLost();
      },
      onFailed: forget,
    });
    return installation;
  }

  /** Those that the frame has not got yet. */
  #loadPacks(session: FrameSession | null, files: readonly PackFile[]): Promise<void> {
    return this.#store.load(
      files.filter(({ name }) => session?.hasPack(name) !== true).map(({ file }) => file),
    );
  }

  async #addPacks(session: FrameSession, files: readonly PackFile[]): Promise<void> {
    for (const { name, mountPath, file } of files) {
      if (session.hasPack(name)) continue;
      session.addPack({ name, mountPath, bytes: await this.#store.copy(file) });
    }
  }

  #waitUntilReady(
    session: FrameSession,
    interpreter: Interpreter,
    enter: (step: BootStep) => void,
    signal: AbortSignal,
  ): Promise<Readiness> {
    const { clock } = this.#parts;
    return new Promise<Readiness>((resolve, reject) => {
      let cancelTimer = () => {};
      const release = session.watch();
      const settle = (finish: () => void) => {
        cancelTimer();
        release();
        signal.removeEventListener('abort', onAbort);
        finish();
      };
      const fail = (error: unknown) =>
        settle(() => {
          interpreter.kill();
          reject(error);
        });
      const onAbort = () => fail(signal.reason);
      const awaitSign = () => {
        cancelTimer();
        cancelTimer = clock.after(workerSilenceMs, () => fail(new Error('Python did not start.')));
      };

      signal.addEventListener('abort', onAbort);
      awaitSign();
      interpreter.listen((news) => {
        switch (news.type) {
          case 'interpreter-stepped':
            awaitSign();
            enter(news.step);
            return;
          case 'interpreter-ready':
            settle(() => resolve(news));
            return;
          case 'interpreter-lost':
            if (news.isRefused && this.#workerUrl === 'blob') settle(() => resolve('refused'));
            else fail(new Error(`Python did not start: ${news.message}`));
            return;
          case 'frame-lost':
            fail(new Error('The interpreter’s frame was closed by the browser.'));
            return;
          default:
        }
      });
    });
  }
}

/** Returns the kinds that the frame has now. */
function addSnapshots(session: FrameSession, found: readonly FoundSnapshot[]): readonly SnapshotKind[] {
  const { sharedMemory, stackSwitching } = session.capabilities;
  const fitting = found.filter(
    ({ kept: { capabilities } }) =>
      capabilities.sharedMemory === sharedMemory && capabilities.stackSwitching === stackSwitching,
  );
  for (const { kind, kept } of fitting) session.addSnapshot(kind, kept.snapshot);
  return fitting.map(({ kind }) => kind);
}

/** Hears of memories that the frame makes, and keeps them for the next visit. */
function createKeeper(
  snapshots: SnapshotStore,
  image: string,
  capabilities: () => EngineCapabilities,
): SnapshotKeeper {
  return {
    made: (kind, snapshot) => void snapshots.keep(image, kind, { capabilities: capabilities(), snapshot }),
    refused: (kind) => void snapshots.forget(image, kind),
  };
}
