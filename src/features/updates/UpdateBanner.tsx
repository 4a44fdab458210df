/** Offers a new version of the site. Nothing is ever reloaded unless the learner asks for it. */
import { useState, useSyncExternalStore } from 'react';
import type { SiteUpdates } from '../../offline/site-updates.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { words } from './words.ts';

interface UpdateBannerProps {
  readonly updates: SiteUpdates;
  /** Makes the page safe to leave; answers with the sentence that says why it is not, or null. */
  readonly prepare?: () => Promise<string | null>;
}

export function UpdateBanner({ updates, prepare }: UpdateBannerProps) {
  const state = useSyncExternalStore(updates.subscribe, updates.getState);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState<typeof state | null>(null);
  if (state.kind === 'none' || state === dismissed) return null;
  const isReady = state.kind === 'ready';
  const use = async () => {
    const reason = (await prepare?.()) ?? null;
    setRefusal(reason);
    if (reason === null) updates.use();
  };
  return (
    <Banner
      kind={refusal === null ? 'info' : 'warn'}
      title={isReady ? words.ready : words.elsewhere}
      onDismiss={() => setDismissed(state)}
      actions={<Button onClick={() => void use()}>{words.use}</Button>}
    >
      {refusal ?? (isReady ? words.readyText : words.elsewhereText)}
    </Banner>
  );
}
