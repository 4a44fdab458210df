/** The challenge page's dialogs: the shortcuts, and the question before the solution is shown. */
import './shortcuts.css';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { isMac } from './ChallengeBar.tsx';
import { type Command, toShortcutText } from './commands.ts';
import { words } from './words.ts';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

export function ShortcutsDialog({ isOpen, commands, onClose }: ShortcutsDialogProps) {
  const rows = commands.flatMap(({ id, title, shortcut }) =>
    shortcut === null ? [] : [{ id, title, keys: toShortcutText(shortcut, isMac()) }],
  );
  return (
    <Dialog isOpen={isOpen} title={words.shortcuts.title} onClose={onClose}>
      <table className="shortcuts">
        <thead>
          <tr>
            <th scope="col">{words.shortcuts.key}</th>
            <th scope="col">{words.shortcuts.what}</th>
          </tr>
        </thead>
        <tbody>
          {[
            ...rows,
            { id: 'tab-focus', title: words.commands.tabFocus, keys: isMac() ? '⌃⇧M' : 'Ctrl M' },
          ].map(({ id, title, keys }) => (
            <tr key={id}>
              <td>
                <kbd>{keys}</kbd>
              </td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

interface SolutionDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function SolutionDialog({ isOpen, onClose, onConfirm }: SolutionDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      title={words.solution.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onConfirm}>{words.solution.confirm}</Button>
          <Button kind="main" onClick={onClose}>
            {words.solution.cancel}
          </Button>
        </>
      }
    >
      <p>{words.solution.text}</p>
    </Dialog>
  );
}
