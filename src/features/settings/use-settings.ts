import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { createSettingsStore, type SettingsState } from './settings-store.ts';

/** The settings for one page: call it once, in the page, and hand the result down. */
export function useSettings(store: LearnerStore): SettingsState {
  const [settingsStore] = useState(() => createSettingsStore(store));
  useEffect(() => settingsStore.getState().connect(), [settingsStore]);
  return useStore(settingsStore);
}
