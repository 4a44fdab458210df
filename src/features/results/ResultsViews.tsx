/** Tests and output take turns in the results: whichever ran last is in front, the other a tab away. */
import type { ReactNode } from 'react';
import { TabPanel, Tabs } from '../../ui/Tabs.tsx';
import { programWords } from './program-words.ts';

type ResultsView = 'tests' | 'program';

interface ResultsViewsProps {
  readonly shown: ResultsView;
  readonly onShow: (view: ResultsView) => void;
  readonly tests: ReactNode;
  /** `null` until a program has been run: then there is nothing to choose from. */
  readonly program: ReactNode;
}

const name = 'results-views';

export function ResultsViews({ shown, onShow, tests, program }: ResultsViewsProps) {
  if (program === null) return tests;
  return (
    <>
      <Tabs
        label={programWords.views}
        name={name}
        tabs={[
          { id: 'tests', label: programWords.tests },
          { id: 'program', label: programWords.output },
        ]}
        selected={shown}
        onSelect={(id) => onShow(id === 'program' ? 'program' : 'tests')}
      />
      <TabPanel name={name} id="tests" isSelected={shown === 'tests'}>
        {tests}
      </TabPanel>
      <TabPanel name={name} id="program" isSelected={shown === 'program'}>
        {program}
      </TabPanel>
    </>
  );
}
