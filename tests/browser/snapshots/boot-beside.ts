/** Boots interpreters without the frame, to hand them memories that no frame would. Runs in the page. */
import type { ImageManifest } from '../../../src/image/manifest.ts';
import type { MemorySnapshot } from '../../../src/sandbox/memory-snapshot.ts';
import type { BootMessage, Pack, WorkerMessage } from '../../../src/sandbox/protocol.ts';

/**
 * Boots one interpreter from the packs and takes its memory, then another from that memory, damaged.
 * Self-contained: its text is what the page gets.
 * @returns what either worker said, but for its steps
 */
export async function bootBeside({
  damage,
}: {
  readonly damage: Partial<MemorySnapshot>;
}): Promise<readonly (readonly string[])[]> {
  const load = async (path: string) => (await fetch(`/interpreter/${path}`)).body as ReadableStream;
  const inflate = async (path: string) =>
    new Response((await load(path)).pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  const manifest = (await new Response(await load('manifest.json')).json()) as ImageManifest;
  const { files, lockInfo } = manifest;
  const url = URL.createObjectURL(new Blob([await inflate(files.worker.path)]));
  const toPack = async (name: 'site' | 'interleave'): Promise<Pack> => ({
    name,
    mountPath: `/lib/packs/${name}.zip`,
    bytes: await inflate(files[name].path),
  });
  const parts = {
    module: await WebAssembly.compile(await inflate(files.wasm.path)),
    stdlib: await inflate(files.stdlib.path),
    packs: [await toPack('site'), await toPack('interleave')],
    lockInfo,
    heapLimitBytes: 1024 * 1024 * 1024,
    hashSeed: 0,
    control: new SharedArrayBuffer(128 * 1024),
    processes: null,
  };

  function boot(snapshot: MemorySnapshot | null): Promise<readonly WorkerMessage[]> {
    const worker = new Worker(url);
    const { port1, port2 } = new MessageChannel();
    const said: WorkerMessage[] = [];
    const message: BootMessage = {
      ...parts,
      type: 'boot',
      interpreter: 1,
      port: port2,
      snapshot,
      isSnapshotWanted: snapshot === null,
    };
    return new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      port1.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
        said.push(data);
        if (data.type !== 'ready' && data.type !== 'boot-failed') return;
        worker.terminate();
        resolve(said);
      };
      worker.postMessage(message, [port2]);
    });
  }

  const types = (said: readonly WorkerMessage[]) =>
    said.map(({ type }) => type).filter((type) => type !== 'stepped');
  const first = await boot(null);
  const made = first.find((message) => message.type === 'snapshot-made');
  if (!made) throw new Error(`No memory was made: ${JSON.stringify(types(first))}`);
  return [types(first), types(await boot({ ...made.snapshot, ...damage }))];
}
