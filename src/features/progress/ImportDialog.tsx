import '../../ui/field.css';
import './ImportDialog.css';
import type { ImportChoice, ImportItem } from '../../storage/learner-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatMoment } from '../../ui/relative-day.ts';
import type { ProgressPageState } from './progress-store.ts';
import { words } from './words.ts';

interface ImportDialogProps {
  readonly state: ProgressPageState;
  readonly titleOf: (slug: string) => string | null;
}

/** Shows what a file would change before anything is written. */
export function ImportDialog({ state, titleOf }: ImportDialogProps) {
  const { transfer } = state;
  const isOpen = transfer.kind === 'previewing';
  const isApplying = isOpen && transfer.isApplying;
  return (
    <Dialog
      isOpen={isOpen}
      size="wide"
      title={words.previewTitle}
      onClose={state.dismiss}
      actions={
        <>
          <Button onClick={state.dismiss} aria-disabled={isApplying || undefined}>
            {words.cancel}
          </Button>
          <Button
            kind="main"
            onClick={() => void state.applyImport()}
            aria-disabled={isApplying || undefined}
          >
            {isApplying ? words.working : words.applyImport}
          </Button>
        </>
      }
    >
      {isOpen && (
        <>
          <p>
            {words.previewIntro(
              formatMoment(transfer.preview.exportedAt),
              transfer.preview.items.length,
              transfer.preview.attempts,
            )}
          </p>
          {transfer.preview.problems.length > 0 && (
            <Banner kind="warn" title={words.previewProblems}>
              <ul className="list-plain">
                {transfer.preview.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </Banner>
          )}
          {transfer.preview.items.length === 0 ? (
            <p>{words.fileEmpty}</p>
          ) : (
            <ul className="import-dialog__items list-plain" aria-label={words.inFile}>
              {transfer.preview.items.map((item) => (
                <ItemRow
                  key={item.slug}
                  item={item}
                  title={titleOf(item.slug) ?? item.slug}
                  choice={transfer.choices.get(item.slug) ?? 'keep-mine'}
                  onChoose={(choice) => state.choose(item.slug, choice)}
                />
              ))}
            </ul>
          )}
          <p className="import-dialog__safe">{words.previewSafe}</p>
        </>
      )}
    </Dialog>
  );
}

interface ItemRowProps {
  readonly item: ImportItem;
  readonly title: string;
  readonly choice: ImportChoice;
  readonly onChoose: (choice: ImportChoice) => void;
}

function ItemRow({ item, title, choice, onChoose }: ItemRowProps) {
  const dates = [
    item.mineSavedAt === null ? null : words.savedHere(formatMoment(item.mineSavedAt)),
    item.theirsSavedAt === null ? null : words.savedInFile(formatMoment(item.theirsSavedAt)),
  ].filter((text) => text !== null);
  const choices = choicesOf[item.kind];
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <p>{words.itemKinds[item.kind]}</p>
        <p className="import-dialog__dates">{dates.join(' · ')}</p>
      </div>
      {choices.length > 0 && (
        <select
          className="field"
          aria-label={words.choiceFor(title)}
          value={choice}
          onChange={(event) => {
            const chosen = choices.find((option) => option === event.currentTarget.value);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {choices.map((option) => (
            <option key={option} value={option}>
              {words.choices[option]}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

const choicesOf: Record<ImportItem['kind'], readonly ImportChoice[]> = {
  new: ['take-theirs', 'skip'],
  same: [],
  'newer-here': ['keep-mine', 'take-theirs'],
  'newer-in-file': ['take-theirs', 'keep-mine'],
};
