/** The learner's settings on this page, in step with the store and with other tabs. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { applyTheme } from '../../ui/theme.ts';
import { words } from './words.ts';

export interface SettingsState {
  readonly settings: Settings;
  /** A sentence when the last change could not be kept, else empty. */
  readonly problem: string;
  change(part: Partial<Settings>): Promise<void>;
  /** Loads, and follows changes of other tabs. @returns a function that ends it */
  connect(): () => void;
}

export type SettingsStore = StoreApi<SettingsState>;

type SettingsPort = Pick<LearnerStore, 'loadSettings' | 'saveSettings' | 'subscribe'>;

export function createSettingsStore(port: SettingsPort): SettingsStore {
  return createStore<SettingsState>()((set, get) => {
    const load = async () => {
      const settings = await port.loadSettings();
      set({ settings });
      applyTheme(settings.theme);
    };
    return {
      settings: defaultSettings,
      problem: '',
      async change(part) {
        const settings = { ...get().settings, ...part };
        set({ settings, problem: '' });
        applyTheme(settings.theme);
        try {
          // Read again first: another page may have saved the widths of its panes since.
          await port.saveSettings({ ...(await port.loadSettings()), ...part });
        } catch {
          set({ problem: words.saveFailed });
        }
      },
      connect() {
        const reload = () => load().catch(() => set({ problem: '' }));
        void reload();
        return port.subscribe((change) => {
          if (change.type === 'settings-changed' || change.type === 'replaced') void reload();
        });
      },
    };
  });
}
