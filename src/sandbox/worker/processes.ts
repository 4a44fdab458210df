/** One interpreter as one of several processes: opens the memory they share and gives Python its port to it. */
import { Copies } from '../kernel/copies.ts';
import { openKernel } from '../kernel/kernel.ts';
import { cell } from '../kernel/layout.ts';
import type { ProcessBoot, ProcessMessage } from '../protocol.ts';
import { FilePort } from './file-port.ts';
import { LifePort } from './life-port.ts';
import { PortSelf } from './port-self.ts';
import { createSignalCell, type SignalCell } from './preemption.ts';
import type { ProcessPort } from './process-port.ts';
import { SharePort } from './share-port.ts';
import type { Bell } from './waiting.ts';

/** What the flag says; which signals have come stands in the shared memory. */
const interruptSignal = 2;

export interface ProcessKit {
  readonly port: ProcessPort;
  /** Where this interpreter waits. */
  readonly bell: Bell;
  /** Python's interrupt buffer, looking at which also exchanges shared bytes now and then. */
  watch(signals: SignalCell): SignalCell;
  /** Makes the interpreter the process with that pid; false when it was killed while it waited. */
  become(pid: number): boolean;
}

/**
 * `control`: its first byte is Python's interrupt flag. `heap`: the interpreter's memory, as it is at the moment.
 * `send` tells the frame.
 */
export function createProcessKit(
  boot: ProcessBoot,
  control: SharedArrayBuffer,
  heap: () => Int32Array,
  send: (message: ProcessMessage) => void,
): ProcessKit {
  const { memory, serial, bell, mainPid } = boot;
  const kernel = openKernel(memory, { serial, bell, canWait: true });
  const copies = new Copies(kernel.memory, heap);
  const self = new PortSelf(kernel, copies, heap);
  const lives = new LifePort(self, {
    spawn: (pid) => send({ type: 'process-wanted', pid }),
    signal: (pid, signal) => send({ type: 'process-signalled', pid, signal }),
    exit: (pid) => send({ type: 'process-ended', pid }),
  });
  if (mainPid !== null) self.pid = mainPid;
  const flag = new Uint8Array(control, 0, 1);
  const hearSignals = () => {
    if (self.pid !== 0 && kernel.processes.hasSignals(self.pid)) flag[0] = interruptSignal;
  };
  const exchange = () => {
    copies.exchange();
    hearSignals();
  };

  return {
    port: { files: new FilePort(self), shares: new SharePort(self), lives },
    bell: { cells: kernel.memory.cells, index: cell.bells + bell, exchange },
    watch: (signals) => {
      const look = () => {
        copies.exchangeNowAndThen();
        hearSignals();
        return signals.look();
      };
      return createSignalCell(look);
    },
    become: (pid) => {
      self.pid = pid;
      return kernel.processes.begin(pid);
    },
  };
}
