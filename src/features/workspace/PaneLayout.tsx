/** Statement, editor and results: side by side, code above reading, or one at a time, as the width allows. */
import './panes.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels';
import { TabPanel, Tabs } from '../../ui/Tabs.tsx';
import type { LayoutKind } from './page-hooks.ts';
import { words } from './words.ts';

export type PaneName = 'statement' | 'editor' | 'results';

interface PaneLayoutProps {
  readonly layout: LayoutKind;
  readonly view: PaneName;
  readonly onView: (view: PaneName) => void;
  /** Shares in per cent as remembered, in the panes' order; `undefined` before anything was changed. */
  readonly shares: readonly number[] | undefined;
  readonly onShares: (shares: readonly number[]) => void;
  /** The statement steps aside once the challenge is solved. */
  readonly isStatementFolded: boolean;
  readonly onUnfoldStatement: () => void;
  readonly failures: number;
  readonly statement: ReactNode;
  readonly editor: ReactNode;
  readonly results: ReactNode;
  /** At the end of the results' head, e.g. which run it was. */
  readonly resultsNote: string;
}

const viewTabs = 'views';

export function PaneLayout(props: PaneLayoutProps) {
  switch (props.layout) {
    case 'desktop':
      return <SideBySide {...props} />;
    case 'tablet':
      return <CodeAbove {...props} />;
    case 'phone':
      return <OneAtATime {...props} />;
  }
}

/** Width of the rail that a folded statement leaves, in pixels. */
const railWidth = 40;

function SideBySide(props: PaneLayoutProps) {
  const { shares, onShares, isStatementFolded, onUnfoldStatement } = props;
  const group = useRef<GroupImperativeHandle | null>(null);
  const element = useRef<HTMLDivElement | null>(null);

  useEffect(() => {
    const width = element.current?.clientWidth ?? 0;
    if (isStatementFolded && width > 0) {
      const rail = (railWidth / width) * 100;
      const editor = (100 - rail) * 0.37;
      group.current?.setLayout({ statement: rail, editor, results: 100 - rail - editor });
      return;
    }
    const [statement = 28, editor = 39, results = 33] = shares?.length === 3 ? shares : [];
    group.current?.setLayout({ statement, editor, results });
  }, [isStatementFolded, shares]);

  return (
    <Group
      id="panes"
      className="panes"
      orientation="horizontal"
      groupRef={group}
      elementRef={element}
      onLayoutChanged={(layout, meta) => {
        if (!meta.isUserInteraction || isStatementFolded) return;
        onShares([layout.statement ?? 28, layout.editor ?? 39, layout.results ?? 33].map(round));
      }}
    >
      <Panel id="statement" defaultSize="28" minSize="16" collapsible collapsedSize={railWidth}>
        {isStatementFolded ? (
          <button
            type="button"
            className="rail"
            aria-label={words.panes.openStatement}
            onClick={onUnfoldStatement}
          >
            {words.panes.statement}
          </button>
        ) : (
          <Pane name="statement" title={words.panes.statement}>
            {props.statement}
          </Pane>
        )}
      </Panel>
      <Separator className="grip" aria-label={words.panes.widthLeft} />
      <Panel id="editor" defaultSize="39" minSize="20">
        <Pane name="editor">{props.editor}</Pane>
      </Panel>
      <Separator className="grip" aria-label={words.panes.widthRight} />
      <Panel id="results" defaultSize="33" minSize="18">
        <Pane name="results" title={words.panes.results} note={props.resultsNote}>
          {props.results}
        </Pane>
      </Panel>
    </Group>
  );
}

function CodeAbove(props: PaneLayoutProps) {
  const { shares, onShares, view, onView } = props;
  const group = useRef<GroupImperativeHandle | null>(null);
  const lower = view === 'statement' ? 'statement' : 'results';

  useEffect(() => {
    const [editor = 46, reading = 54] = shares?.length === 2 ? shares : [];
    group.current?.setLayout({ editor, reading });
  }, [shares]);

  return (
    <Group
      id="panes-tablet"
      className="panes"
      orientation="vertical"
      groupRef={group}
      onLayoutChanged={(layout, meta) => {
        if (meta.isUserInteraction) onShares([layout.editor ?? 46, layout.reading ?? 54].map(round));
      }}
    >
      <Panel id="editor" defaultSize="46" minSize="15">
        <Pane name="editor">{props.editor}</Pane>
      </Panel>
      <Separator className="grip grip--row" aria-label={words.panes.height} />
      <Panel id="reading" defaultSize="54" minSize="15">
        <div className="pane">
          <Tabs
            label={words.panes.views}
            name={viewTabs}
            tabs={[
              { id: 'statement', label: words.panes.statement },
              { id: 'results', label: words.panes.results, ...failureBadge(props.failures) },
            ]}
            selected={lower}
            onSelect={(id) => onView(id === 'statement' ? 'statement' : 'results')}
            end={props.resultsNote}
          />
          <TabPanel name={viewTabs} id="statement" isSelected={lower === 'statement'} className="pane__tab">
            <Pane name="statement">{props.statement}</Pane>
          </TabPanel>
          <TabPanel name={viewTabs} id="results" isSelected={lower === 'results'} className="pane__tab">
            <Pane name="results">{props.results}</Pane>
          </TabPanel>
        </div>
      </Panel>
    </Group>
  );
}

const phoneViews = [
  { id: 'statement', label: words.panes.task },
  { id: 'editor', label: words.panes.code },
  { id: 'results', label: words.panes.results },
] as const;

function OneAtATime(props: PaneLayoutProps) {
  const { view, onView } = props;
  return (
    <div className="panes panes--phone">
      <Tabs
        label={words.panes.views}
        name={viewTabs}
        spread="even"
        tabs={phoneViews.map((tab) => ({
          ...tab,
          ...(tab.id === 'results' ? failureBadge(props.failures) : {}),
        }))}
        selected={view}
        onSelect={(id) => onView(phoneViews.find((tab) => tab.id === id)?.id ?? 'statement')}
      />
      {phoneViews.map(({ id }) => (
        <TabPanel key={id} name={viewTabs} id={id} isSelected={view === id} className="pane__tab">
          <Pane name={id}>{props[id]}</Pane>
        </TabPanel>
      ))}
    </div>
  );
}

interface PaneProps {
  readonly name: PaneName;
  readonly title?: string;
  readonly note?: string;
  readonly children: ReactNode;
}

function Pane({ name, title, note, children }: PaneProps) {
  return (
    <section
      className={`pane pane--${name}`}
      id={`pane-${name}`}
      aria-label={words.panes[name]}
      tabIndex={-1}
    >
      {title !== undefined && (
        <div className="pane__head" aria-hidden="true">
          <span>{title}</span>
          {note !== undefined && <span className="pane__note num">{note}</span>}
        </div>
      )}
      {name === 'editor' ? (
        children
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it.
        // biome-ignore lint/a11y/useSemanticElements: a scrolling region is no set of form fields.
        <div className="pane__scroll" tabIndex={0} role="group" aria-label={words.panes[name]}>
          {children}
        </div>
      )}
    </section>
  );
}

function failureBadge(failures: number): { badge: string } | object {
  return failures === 0 ? {} : { badge: String(failures) };
}

function round(share: number): number {
  return Math.round(share * 10) / 10;
}
