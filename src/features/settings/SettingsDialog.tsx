import './SettingsDialog.css';
import '../../ui/field.css';
import { useId } from 'react';
import type { ThemeChoice } from '../../domain/settings.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { SettingsState } from './settings-store.ts';
import { words } from './words.ts';

interface SettingsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly state: SettingsState;
}

const themes: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: words.system },
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
];
const fontSizes = [12, 13.5, 15, 17, 20, 24];

/** Every choice holds at once; there is nothing to confirm. */
export function SettingsDialog({ isOpen, onClose, state }: SettingsDialogProps) {
  const id = useId();
  const { settings, problem, change } = state;
  return (
    <Dialog
      isOpen={isOpen}
      title={words.title}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      {problem !== '' && <Banner kind="warn">{problem}</Banner>}
      <fieldset className="settings-dialog__group">
        <legend>{words.colours}</legend>
        {themes.map(({ value, label }) => (
          <label key={value} className="settings-dialog__choice">
            <input
              type="radio"
              name={`${id}-theme`}
              checked={settings.theme === value}
              onChange={() => void change({ theme: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="settings-dialog__group">
        <label className="settings-dialog__choice">
          <input
            type="checkbox"
            checked={settings.showTimer}
            aria-describedby={`${id}-timer`}
            onChange={(event) => void change({ showTimer: event.currentTarget.checked })}
          />
          {words.timer}
        </label>
        <p id={`${id}-timer`} className="settings-dialog__note">
          {words.timerNote}
        </p>
      </div>
      <div className="settings-dialog__group">
        <label htmlFor={`${id}-size`}>{words.fontSize}</label>
        <select
          id={`${id}-size`}
          className="field"
          value={settings.editorFontSize}
          onChange={(event) => void change({ editorFontSize: Number(event.currentTarget.value) })}
        >
          {withCurrent(settings.editorFontSize).map((size) => (
            <option key={size} value={size}>
              {words.fontSizeUnit(size)}
            </option>
          ))}
        </select>
      </div>
    </Dialog>
  );
}

/** A size that came from elsewhere stays selectable. */
function withCurrent(size: number): readonly number[] {
  return fontSizes.includes(size) ? fontSizes : [...fontSizes, size].sort((a, b) => a - b);
}
