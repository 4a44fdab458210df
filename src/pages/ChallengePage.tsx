/** The challenge page: puts statement, editor and results together around one workspace. */
import './ChallengePage.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AppPaths } from '../domain/app-paths.ts';
import { type EngineCapabilities, isReadOnly } from '../domain/capabilities.ts';
import type { Catalog, Challenge } from '../domain/challenge.ts';
import { chooseLanguage, readWords } from '../domain/challenge-words.ts';
import { listReadableFiles } from '../domain/readable-files.ts';
import { isActive, isFailing } from '../domain/run-state.ts';
import { CodeDiff } from '../features/editor/CodeDiff.tsx';
import { EditorPane } from '../features/editor/EditorPane.tsx';
import { type CursorPlace, createEditorSession, type EditorHandle } from '../features/editor/editor-port.ts';
import { SymbolRow } from '../features/editor/SymbolRow.tsx';
import { toMarks } from '../features/editor/to-marks.ts';
import { useProgress } from '../features/progress/use-progress.ts';
import { ProgramPane } from '../features/results/ProgramPane.tsx';
import { ResultsPane } from '../features/results/ResultsPane.tsx';
import { ResultsViews } from '../features/results/ResultsViews.tsx';
import { createResultsStore } from '../features/results/results-store.ts';
import { SettingsControls } from '../features/settings/SettingsControls.tsx';
import { useSettings } from '../features/settings/use-settings.ts';
import { UpdateBanner } from '../features/updates/UpdateBanner.tsx';
import { AfterSolving } from '../features/workspace/AfterSolving.tsx';
import { Banners } from '../features/workspace/Banners.tsx';
import { BootProgress } from '../features/workspace/BootProgress.tsx';
import { ChallengeBar } from '../features/workspace/ChallengeBar.tsx';
import { type Command, createCommands } from '../features/workspace/commands.ts';
import { downloadDraft } from '../features/workspace/download-draft.ts';
import { findNext, findTrackPlace } from '../features/workspace/find-next.ts';
import { PaneLayout, type PaneName } from '../features/workspace/PaneLayout.tsx';
import { useLayoutKind, useOpenWorkspace, useShortcuts, useTimer } from '../features/workspace/page-hooks.ts';
import { Statement } from '../features/workspace/Statement.tsx';
import { StatusFoot } from '../features/workspace/StatusFoot.tsx';
import { ThumbBar } from '../features/workspace/ThumbBar.tsx';
import { createTimer } from '../features/workspace/timer-store.ts';
import { type OpenDialog, WorkspaceDialogs } from '../features/workspace/WorkspaceDialogs.tsx';
import { words } from '../features/workspace/words.ts';
import { createWorkspaceStore } from '../features/workspace/workspace-store.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { Braid } from '../ui/Braid.tsx';
import type { PageServices } from './page-services.ts';

export interface ChallengePageProps {
  readonly challenge: Challenge;
  readonly catalog: Catalog;
  readonly services: PageServices & {
    readonly sandbox: Sandbox;
    readonly capabilities: EngineCapabilities;
    readonly newId: () => string;
  };
  readonly paths: AppPaths;
}

export function ChallengePage({ challenge, catalog, services, paths }: ChallengePageProps) {
  const { store, updates, sandbox, capabilities, now, newId } = services;
  const [workspace] = useState(() =>
    createWorkspaceStore({ challenge, sandbox, capabilities, store, now, newId }),
  );
  const [results] = useState(createResultsStore);
  const [timer] = useState(() => createTimer(now));
  const [session] = useState(() => createEditorSession(newId()));
  const settings = useSettings(store);
  const layout = useLayoutKind();

  const { run, program, shown, obstacle, interpreter, progress } = useStore(workspace.state);
  const { files, phase, epoch } = useStore(workspace.draft.state);
  const openId = useStore(results.state, (state) => state.openId);
  const trackProgress = useProgress(store, progress);

  const language = chooseLanguage(challenge, settings.settings.language, navigator.languages);
  const texts = useMemo(() => readWords(challenge, language), [challenge, language]);

  const [view, setView] = useState<PaneName>('statement');
  const [activePath, setActivePath] = useState(challenge.starter[0]?.path ?? '');
  const frontPath = useRef(activePath);
  // A test file cannot be run as a program of its own.
  if (challenge.starter.some((file) => file.path === activePath)) frontPath.current = activePath;
  const [cursor, setCursor] = useState<CursorPlace>({ line: 1, column: 1 });
  const [dialog, setDialog] = useState<OpenDialog>('none');
  const [jump, setJump] = useState<CursorPlace | null>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const handle = useRef<EditorHandle | null>(null);

  useOpenWorkspace(workspace, timer);
  useTimer(workspace, timer);

  const isSolvedNow =
    run.kind === 'ended' &&
    run.replay === null &&
    run.verdict.kind === 'passed' &&
    (progress?.solvedAt ?? null) !== null;
  const isWholeRun = run.kind === 'ended' && (run.mode === 'all' || challenge.hiddenTests.length === 0);
  const marks = useMemo(() => toMarks(run, openId), [run, openId]);
  const next = useMemo(
    () => findNext(challenge, catalog, trackProgress),
    [challenge, catalog, trackProgress],
  );
  const place = useMemo(
    () => findTrackPlace(challenge, catalog, trackProgress),
    [challenge, catalog, trackProgress],
  );

  const readable = useMemo(() => listReadableFiles(challenge), [challenge]);
  const goToLine = useMemo(() => {
    const shown = new Set([...challenge.starter, ...readable].map((file) => file.path));
    const go = (file: string, line: number, column: number | null) => {
      if (!shown.has(file)) return;
      setActivePath(file);
      setView('editor');
      setJump({ line, column: column ?? 1 });
    };
    return Object.assign(go, { canOpen: (file: string) => shown.has(file) });
  }, [challenge, readable]);

  const commands = useMemo(() => {
    const endedRun = () => {
      const { run: current } = workspace.state.getState();
      return current.kind === 'ended' ? current : null;
    };
    const stoppedAt = () => {
      const verdict = endedRun()?.verdict;
      return verdict?.kind === 'timed-out' ? verdict.where : null;
    };
    return createCommands(workspace, {
      programPath: () => frontPath.current,
      hasFailure: () => (endedRun()?.tests.some(isFailing) ?? false) || stoppedAt() !== null,
      goToNextFailure() {
        const where = stoppedAt();
        if (where !== null) return goToLine(where.file, where.line, where.column);
        setView('results');
        workspace.show('tests');
        results.goToNextFailure(endedRun()?.tests ?? []);
      },
      focusPane(pane) {
        setView(pane);
        if (pane === 'statement') setUnfolded(true);
        if (pane === 'editor') setJump({ ...session.cursor });
        else requestAnimationFrame(() => document.getElementById(`pane-${pane}`)?.focus());
      },
      showShortcuts: () => setDialog('shortcuts'),
      confirmSolution: () => setDialog('solution'),
      showHistory: () => setDialog('history'),
      download: () => downloadDraft(challenge.slug, workspace.draft.current().files),
      toggleTimer: () => void settings.change({ showTimer: !settings.settings.showTimer }),
    });
  }, [workspace, results, challenge, goToLine, session, settings]);
  useShortcuts(commands);
  const runCommand = (id: 'run' | 'submit' | 'stop' | 'download') =>
    commands.find((command) => command.id === id)?.run();

  // A run that begins brings its results to the front; the first failure is opened when it ends.
  const runId = run.kind === 'idle' ? null : run.runId;
  const programId = program.kind === 'idle' ? null : program.runId;
  useEffect(() => {
    if (runId === null) return;
    setView('results');
    setUnfolded(false);
    results.show(null);
  }, [runId, results]);
  useEffect(() => {
    if (programId !== null) setView('results');
  }, [programId]);
  useEffect(() => {
    if (run.kind === 'ended') results.show(run.tests.find(isFailing)?.id ?? null);
  }, [run, results]);

  // The text was replaced by something other than typing: the editor takes it over as one undoable step.
  const activeText = files.find((file) => file.path === activePath)?.text;
  const latestText = useRef(activeText);
  latestText.current = activeText;
  useEffect(() => {
    if (epoch > 0 && latestText.current !== undefined) handle.current?.setText(latestText.current);
  }, [epoch]);

  useEffect(() => {
    if (jump !== null) handle.current?.revealLine(jump.line, jump.column);
  }, [jump]);

  const takeHandle = useCallback((next: EditorHandle | null) => {
    handle.current = next;
  }, []);
  const edit = useCallback((path: string, text: string) => workspace.draft.edit(path, text), [workspace]);
  const renderDiff = useCallback(
    (left: string, right: string, leftTitle: string, rightTitle: string) => (
      <CodeDiff left={left} right={right} leftTitle={leftTitle} rightTitle={rightTitle} />
    ),
    [],
  );
  // Yours, as it was when it passed: typing on must not redraw the comparison.
  const [solvedFiles, setSolvedFiles] = useState(challenge.starter);
  useEffect(() => {
    if (phase === 'ready' && !isActive(run)) setSolvedFiles(workspace.draft.current().files);
  }, [workspace, run, phase]);

  const afterSolving =
    (progress?.solvedAt ?? null) === null ? null : (
      <AfterSolving
        challenge={challenge}
        explanation={texts.explanation}
        files={solvedFiles}
        next={next}
        paths={paths}
        renderDiff={renderDiff}
      />
    );

  return (
    <div className={`work work--${layout}`}>
      <button type="button" className="work__skip" onClick={() => commands.find(isEditorCommand)?.run()}>
        {words.panes.skip}
      </button>
      <ChallengeBar
        challenge={challenge}
        workspace={workspace}
        timer={timer}
        showTimer={settings.settings.showTimer}
        place={place}
        commands={commands}
        next={next[0] ?? null}
        paths={paths}
        layout={layout}
        end={<SettingsControls state={settings} />}
      />
      <UpdateBanner updates={updates} prepare={workspace.prepareToLeave} />
      <Banners
        workspace={workspace}
        store={store}
        catalog={catalog}
        paths={paths}
        onDownload={() => runCommand('download')}
        onCompare={setDialog}
      />
      <main className="work__main">
        <PaneLayout
          layout={layout}
          view={view}
          onView={setView}
          shares={settings.settings.panes[`challenge-${layout}`]}
          onShares={(shares) =>
            void settings.change({ panes: { ...settings.settings.panes, [`challenge-${layout}`]: shares } })
          }
          isStatementFolded={isSolvedNow && isWholeRun && !isUnfolded}
          onUnfoldStatement={() => setUnfolded(true)}
          failures={run.kind === 'ended' ? run.tests.filter(isFailing).length : 0}
          resultsNote={
            run.kind === 'idle' ? '' : words.panes.run((progress?.attempts ?? 0) + (isActive(run) ? 1 : 0))
          }
          statement={
            <Statement
              challenge={challenge}
              texts={texts}
              catalog={catalog}
              paths={paths}
              onLanguage={(choice) => void settings.change({ language: choice })}
              hintsShown={progress?.hintsShown ?? 0}
              onShowHint={() => void workspace.showNextHint()}
            />
          }
          editor={
            phase === 'ready' ? (
              <EditorPane
                files={files}
                readOnlyFiles={readable}
                activePath={activePath}
                onOpen={setActivePath}
                marks={marks}
                fontSize={settings.settings.editorFontSize}
                session={session}
                onChange={edit}
                onCursor={setCursor}
                onHandle={takeHandle}
              />
            ) : (
              <p className="work__loading">{words.save.loading}</p>
            )
          }
          results={
            <ResultsViews
              shown={shown}
              onShow={(next) => workspace.show(next)}
              tests={
                <ResultsPane
                  run={run}
                  challenge={challenge}
                  progress={progress}
                  store={results}
                  onGoToLine={goToLine}
                  isReadOnly={isReadOnly(obstacle)}
                  onRun={() => runCommand('run')}
                  onSubmit={() => runCommand('submit')}
                  onStop={() => runCommand('stop')}
                  onReplay={(test, schedule) => void workspace.replay(test, schedule)}
                  onReadTests={() => {
                    setActivePath(challenge.visibleTests[0]?.path ?? activePath);
                    setView('editor');
                  }}
                  bootProgress={<BootProgress state={interpreter} onRetry={() => workspace.retryBoot()} />}
                  afterSolving={afterSolving}
                  crossing={
                    place === null ? null : <Braid states={place.states} justWoven={place.place - 1} />
                  }
                />
              }
              program={
                program.kind === 'idle' ? null : (
                  <ProgramPane
                    program={program}
                    onAnswer={(line) => workspace.answer(line)}
                    onGoToLine={goToLine}
                    onStop={() => runCommand('stop')}
                    bootProgress={<BootProgress state={interpreter} onRetry={() => workspace.retryBoot()} />}
                  />
                )
              }
            />
          }
        />
      </main>
      {layout === 'phone' && (
        <ThumbBar
          workspace={workspace}
          commands={commands}
          symbols={view === 'editor' ? <SymbolRow getHandle={() => handle.current} /> : null}
        />
      )}
      <StatusFoot workspace={workspace} cursor={cursor} />
      <WorkspaceDialogs
        open={dialog}
        workspace={workspace}
        commands={commands}
        renderDiff={renderDiff}
        now={now}
        onClose={() => setDialog('none')}
      />
    </div>
  );
}

function isEditorCommand(command: Command): boolean {
  return command.id === 'focus-editor';
}
