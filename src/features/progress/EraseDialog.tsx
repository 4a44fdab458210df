import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { ProgressPageState } from './progress-store.ts';
import { words } from './words.ts';

export function EraseDialog({ state }: { readonly state: ProgressPageState }) {
  return (
    <Dialog
      isOpen={state.transfer.kind === 'confirming-erase'}
      title={words.eraseTitle}
      onClose={state.dismiss}
      actions={
        <>
          <Button onClick={state.dismiss}>{words.cancel}</Button>
          <Button kind="stop" icon="trash" onClick={() => void state.erase()}>
            {words.eraseConfirm}
          </Button>
        </>
      }
    >
      <p>{words.eraseText}</p>
    </Dialog>
  );
}
