import { useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import type { SettingsState } from './settings-store.ts';
import { words } from './words.ts';

/** What stands at the end of a page's bar: colours, and the rest behind one button. */
export function SettingsControls({ state }: { readonly state: SettingsState }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ThemeSwitch theme={state.settings.theme} onChange={(theme) => void state.change({ theme })} />
      <IconButton icon="settings" label={words.open} onClick={() => setOpen(true)} />
      <SettingsDialog isOpen={isOpen} onClose={() => setOpen(false)} state={state} />
    </>
  );
}
