import './KeepSection.css';
import { useRef } from 'react';
import type { StoreStatus } from '../../storage/learner-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ProgressPageState } from './progress-store.ts';
import { saveExportFile } from './save-file.ts';
import { words } from './words.ts';

interface KeepSectionProps {
  readonly state: ProgressPageState;
  readonly status: StoreStatus;
  readonly now: () => number;
}

/** Where the data lives, and the way to take it along or to be rid of it. */
export function KeepSection({ state, status, now }: KeepSectionProps) {
  const input = useRef<HTMLInputElement>(null);
  const { transfer } = state;
  return (
    <>
      {status.kind !== 'persistent' ? (
        <Banner kind="warn">{status.message}</Banner>
      ) : (
        <p className="keep-section__text">{words.keptHere}</p>
      )}
      <div className="keep-section__actions">
        <Button
          kind="main"
          icon="download"
          onClick={() => void state.exportTo((text) => saveExportFile(text, now()))}
        >
          {words.exportFile}
        </Button>
        <Button icon="upload" onClick={() => input.current?.click()}>
          {words.importFile}
        </Button>
        <Button kind="bare" icon="trash" onClick={state.askErase}>
          {words.erase}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={words.importFile}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file may be chosen again after a refusal.
            event.currentTarget.value = '';
            if (file !== undefined) void state.openFile(file);
          }}
        />
      </div>
      {transfer.kind === 'done' && (
        <Banner kind="pass" onDismiss={state.dismiss}>
          {transfer.message}
        </Banner>
      )}
      {transfer.kind === 'failed' && (
        <Banner kind="fail" onDismiss={state.dismiss}>
          {transfer.message}
        </Banner>
      )}
    </>
  );
}
