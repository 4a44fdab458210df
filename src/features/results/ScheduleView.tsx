/** Which schedule of its threads a failing test followed, a way to repeat it, and how the turns changed. */
import './schedule.css';
import type { Schedule, Switch } from '../../domain/report.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import type { GoToLine } from './go-to-line.ts';
import type { OnReplay } from './on-replay.ts';
import { PlaceButton } from './PlaceButton.tsx';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

interface ScheduleViewProps {
  readonly testId: string;
  readonly schedule: Schedule;
  readonly onGoToLine: GoToLine;
  readonly onReplay: OnReplay | null;
}

export function ScheduleView({ testId, schedule, onGoToLine, onReplay }: ScheduleViewProps) {
  const { seed, plan, switches, totalSwitches } = schedule;
  const dropped = totalSwitches - switches.length;
  return (
    <div className="schedule">
      <h4>{words.schedule.name(schedule)}</h4>
      <p>{seed === null ? words.schedule.aboutPlan : words.schedule.aboutSeed}</p>
      <Button icon="play" disabled={onReplay === null} onClick={() => onReplay?.(testId, { seed, plan })}>
        {seed === null ? words.schedule.replayPlan : words.schedule.replaySeed}
      </Button>
      {switches.length > 0 && (
        <Disclosure summary={words.schedule.switches(totalSwitches)}>
          {dropped > 0 && <p>{words.schedule.dropped(dropped)}</p>}
          <ol className="frames" start={dropped + 1}>
            {switches.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a loop repeats its changes, and their order is fixed.
              <li key={index}>
                <SwitchLine change={change} onGoToLine={onGoToLine} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  );
}

function SwitchLine({ change, onGoToLine }: { readonly change: Switch; readonly onGoToLine: GoToLine }) {
  const { thread, file, line, source, follower } = change;
  if (file === '') {
    return (
      <>
        <b>
          <SafeText text={thread} />
        </b>{' '}
        {words.schedule.ends} <SafeText text={follower} /> {words.schedule.goesOn}
      </>
    );
  }
  return (
    <>
      <b>
        <SafeText text={thread} />
      </b>{' '}
      {words.schedule.stopsAt} <PlaceButton file={file} line={line} column={null} onGoToLine={onGoToLine} />,{' '}
      <SafeText text={follower} /> {words.schedule.goesOn}
      {source.trim() !== '' && (
        <pre>
          <SafeText text={source.trim()} />
        </pre>
      )}
    </>
  );
}
