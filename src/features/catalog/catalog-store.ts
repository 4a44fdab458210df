/** The state of the catalogue page: the filter, which lives in the URL, and what the learner has done. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type CatalogFilter,
  noFilter,
  parseFilterParams,
  toFilterParams,
} from '../../domain/catalog-filter.ts';
import type { ProgressBySlug } from '../../domain/catalog-shelves.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';

interface CatalogState {
  readonly filter: CatalogFilter;
  readonly progress: ProgressBySlug;
  readonly loading: 'loading' | 'loaded' | 'failed';
  change(part: Partial<CatalogFilter>): void;
  clear(): void;
  /** Loads, and follows other tabs and the Back button. @returns a function that ends it */
  connect(): () => void;
}

export type CatalogStore = StoreApi<CatalogState>;

type CatalogPort = Pick<LearnerStore, 'listProgress' | 'subscribe'>;

/** @param view the window whose URL holds the filter */
export function createCatalogStore(port: CatalogPort, view: Window): CatalogStore {
  return createStore<CatalogState>()((set, get) => {
    const load = async () => {
      try {
        const list = await port.listProgress();
        set({ progress: new Map(list.map((item) => [item.slug, item])), loading: 'loaded' });
      } catch {
        set({ loading: 'failed' });
      }
    };
    const show = (filter: CatalogFilter) => {
      set({ filter });
      writeUrl(view, filter);
    };
    return {
      filter: readUrl(view),
      progress: new Map(),
      loading: 'loading',
      change: (part) => show({ ...get().filter, ...part }),
      clear: () => show(noFilter),
      connect() {
        void load();
        const onPopState = () => set({ filter: readUrl(view) });
        view.addEventListener('popstate', onPopState);
        const unsubscribe = port.subscribe((change) => {
          if (change.type === 'progress-changed' || change.type === 'replaced') void load();
        });
        return () => {
          view.removeEventListener('popstate', onPopState);
          unsubscribe();
        };
      },
    };
  });
}

function readUrl(view: Window): CatalogFilter {
  const params = new URLSearchParams(view.location.search);
  return parseFilterParams((name) => params.get(name));
}

function writeUrl(view: Window, filter: CatalogFilter): void {
  const query = new URLSearchParams(toFilterParams(filter).map(([name, value]) => [name, value])).toString();
  const { pathname, hash } = view.location;
  try {
    view.history.replaceState(view.history.state, '', `${pathname}${query === '' ? '' : `?${query}`}${hash}`);
  } catch {
    // Safari refuses more than a hundred changes in half a minute: the list is right, the URL follows later.
  }
}
