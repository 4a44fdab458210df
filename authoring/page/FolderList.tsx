import '../../src/ui/field.css';
import { useState } from 'react';
import { StateLabel } from '../../src/ui/StateLabel.tsx';
import { VisuallyHidden } from '../../src/ui/VisuallyHidden.tsx';
import type { AuthorState, FolderState } from './author-store.ts';
import { resultOf } from './gate-state.ts';
import { ProblemList } from './ProblemList.tsx';
import { toStateLook } from './state-look.ts';
import { words } from './words.ts';

/** Every folder with its gate; what needs work carries its sentences. */
export function FolderList({ state }: { readonly state: AuthorState }) {
  const [onlyWork, setOnlyWork] = useState(false);
  const { folders } = state;
  const work = folders.filter(needsWork);
  const shown = onlyWork ? work : folders;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="author__intro">{words.intro}</p>
      <p>
        <label className="author__filter">
          {words.filter}
          <select
            className="field"
            value={onlyWork ? 'work' : 'all'}
            onChange={(event) => setOnlyWork(event.target.value === 'work')}
          >
            <option value="all">{words.filterAll(folders.length)}</option>
            <option value="work">{words.filterWork(work.length)}</option>
          </select>
        </label>
      </p>
      {folders.length === 0 && <p className="author__note">{words.empty}</p>}
      {folders.length > 0 && shown.length === 0 && <p className="author__note">{words.nothingToDo}</p>}
      {shown.length > 0 && <FolderTable folders={shown} isStopped={state.isStopped} />}
    </>
  );
}

interface FolderTableProps {
  readonly folders: readonly FolderState[];
  readonly isStopped: boolean;
}

function FolderTable({ folders, isStopped }: FolderTableProps) {
  return (
    <table className="author-table author-folders">
      <caption>
        <VisuallyHidden>{words.list}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.challenge}</th>
          <th scope="col">{words.gate}</th>
          <th scope="col" className="author-table__number">
            {words.tests}
          </th>
          <th scope="col" className="author-table__number author-folders__optional">
            {words.runs}
          </th>
          <th scope="col" className="author-table__number" title={words.secondsNote}>
            {words.seconds}
          </th>
        </tr>
      </thead>
      <tbody>
        {folders.map((item) => (
          <FolderRow key={item.folder.slug} item={item} isStopped={isStopped} />
        ))}
      </tbody>
    </table>
  );
}

function FolderRow({ item, isStopped }: { readonly item: FolderState; readonly isStopped: boolean }) {
  const { folder, gate } = item;
  const result = resultOf(gate);
  const sentences = gate.kind === 'failed' ? [gate.message] : (result?.problems ?? []);
  const hasNotes = folder.problems.length + sentences.length > 0;
  return (
    <>
      <tr className={hasNotes ? 'author-folders__noted' : undefined}>
        <th scope="row">
          {folder.slug === '' ? (
            <span className="author-folders__title">{words.besideFolders}</span>
          ) : (
            <a className="author-folders__title" href={`#${encodeURIComponent(folder.slug)}`}>
              {folder.title ?? folder.slug}
            </a>
          )}
          {folder.title !== null && <code className="author-folders__slug">{folder.slug}</code>}
        </th>
        <td>
          <StateLabel {...toStateLook(gate, isStopped)} />
        </td>
        <td className="num author-table__number">{result?.solution.tests ?? words.none}</td>
        <td className="num author-table__number author-folders__optional">{result?.runs ?? words.none}</td>
        <td className="num author-table__number">{result?.solutionSeconds?.toFixed(2) ?? words.none}</td>
      </tr>
      {hasNotes && (
        <tr>
          <td colSpan={5} className="author-folders__notes">
            <ProblemList problems={folder.problems} sentences={sentences} warnings={[]} />
          </td>
        </tr>
      )}
    </>
  );
}

function needsWork({ folder, gate }: FolderState): boolean {
  return ['broken', 'problems', 'failed'].includes(gate.kind) || folder.problems.length > 0;
}
