import './detail.css';
import { useEffect, useRef, useState } from 'react';
import type { AppPaths } from '../../src/domain/app-paths.ts';
import type { Catalog } from '../../src/domain/challenge.ts';
import { Button } from '../../src/ui/Button.tsx';
import { StateLabel } from '../../src/ui/StateLabel.tsx';
import { TabPanel, Tabs } from '../../src/ui/Tabs.tsx';
import type { FolderState } from './author-store.ts';
import { resultOf, rowsOf } from './gate-state.ts';
import { MutantTable } from './MutantTable.tsx';
import { PlayLinks } from './PlayLinks.tsx';
import { Preview } from './Preview.tsx';
import { ProblemList } from './ProblemList.tsx';
import { SolutionTable } from './SolutionTable.tsx';
import { toStateLook } from './state-look.ts';
import { TestMatrix } from './TestMatrix.tsx';
import { toMatrix } from './to-matrix.ts';
import { words } from './words.ts';

interface FolderDetailProps {
  readonly item: FolderState;
  readonly catalog: Catalog;
  readonly isStopped: boolean;
  readonly paths: AppPaths;
  readonly onCheckAnew: () => void;
}

type TabId = 'gate' | 'words' | 'play';

/** One folder: its gate run by run, its words as learners see them, the ways to play it. */
export function FolderDetail({ item, catalog, isStopped, paths, onCheckAnew }: FolderDetailProps) {
  const [tab, setTab] = useState<TabId>('gate');
  const { folder, challenge, gate } = item;
  const heading = useRef<HTMLHeadingElement>(null);
  // The reader followed a link to here: reading goes on at the heading.
  useEffect(() => heading.current?.focus(), []);

  return (
    <>
      <header className="author-detail__head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {folder.title ?? folder.slug}
          </h1>
          <p className="author-detail__facts num">
            <code>{folder.slug}</code>
            <StateLabel {...toStateLook(gate, isStopped)} />
            <Facts item={item} />
          </p>
        </div>
        <Button icon="reset" onClick={onCheckAnew} disabled={folder.content === null}>
          {words.again}
        </Button>
      </header>
      <Tabs
        label={words.tabs.label}
        name="author"
        tabs={[
          { id: 'gate', label: words.tabs.gate, icon: 'list' },
          { id: 'words', label: words.tabs.words, icon: 'statement' },
          { id: 'play', label: words.tabs.play, icon: 'play' },
        ]}
        selected={tab}
        onSelect={(id) => setTab(id as TabId)}
      />
      <TabPanel name="author" id="gate" isSelected={tab === 'gate'}>
        <GateView item={item} paths={paths} />
      </TabPanel>
      <TabPanel name="author" id="words" isSelected={tab === 'words'}>
        {tab === 'words' && <Preview challenge={challenge} catalog={catalog} paths={paths} />}
      </TabPanel>
      <TabPanel name="author" id="play" isSelected={tab === 'play'}>
        {challenge === null ? (
          <p className="author__note">{words.preview.broken}</p>
        ) : (
          <PlayLinks challenge={challenge} paths={paths} />
        )}
      </TabPanel>
    </>
  );
}

function Facts({ item }: { readonly item: FolderState }) {
  const result = resultOf(item.gate);
  if (result === null) return null;
  return (
    <>
      <span>{words.facts.tests(result.solution.tests)}</span>
      <span>{words.facts.runs(result.runs)}</span>
      {result.solutionSeconds !== null && (
        <span title={words.secondsNote}>{words.facts.seconds(result.solutionSeconds)}</span>
      )}
    </>
  );
}

function GateView({ item, paths }: { readonly item: FolderState; readonly paths: AppPaths }) {
  const { folder, challenge, gate } = item;
  const result = resultOf(gate);
  const rows = rowsOf(gate);
  const sentences = gate.kind === 'failed' ? [gate.message] : (result?.problems ?? []);
  const warnings = result?.warnings ?? [];
  const hasProblems = folder.problems.length + sentences.length + warnings.length > 0;
  return (
    <>
      {hasProblems && (
        <section aria-labelledby="author-problems">
          <h2 id="author-problems">
            {folder.problems.some(({ severity }) => severity === 'error') || sentences.length > 0
              ? words.problemsTitle
              : words.warningsTitle}
          </h2>
          <ProblemList problems={folder.problems} sentences={sentences} warnings={warnings} />
        </section>
      )}
      {challenge !== null && (
        <>
          <SolutionTable rows={rows} />
          <MutantTable slug={challenge.slug} matrix={toMatrix(challenge, rows)} paths={paths} />
          <TestMatrix matrix={toMatrix(challenge, rows)} />
        </>
      )}
    </>
  );
}
