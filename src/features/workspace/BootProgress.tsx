/** How Python's start is coming along: the step, the bytes, the rate; Retry when it is slow or has failed. */
import './boot.css';
import type { SandboxState } from '../../sandbox/sandbox.ts';
import { Button } from '../../ui/Button.tsx';
import { formatBytes } from './format-amount.ts';
import { words } from './words.ts';

interface BootProgressProps {
  readonly state: SandboxState;
  readonly onRetry: () => void;
}

export function BootProgress({ state, onRetry }: BootProgressProps) {
  if (state.kind === 'failed') {
    return (
      <div className="boot" role="alert">
        <p>{words.boot.failed(state.message)}</p>
        {state.totalBytes > 0 && (
          <p className="num">
            {words.boot.progress(formatBytes(state.loadedBytes), formatBytes(state.totalBytes))}
          </p>
        )}
        <Button onClick={onRetry}>{words.boot.retry}</Button>
      </div>
    );
  }
  if (state.kind !== 'booting') return null;
  const { step, loadedBytes, totalBytes, bytesPerSecond, isSlow } = state;
  const isLoading = totalBytes > 0 && loadedBytes < totalBytes;
  return (
    <div className="boot">
      <p>{words.boot.steps[step]}</p>
      {totalBytes > 0 && (
        <progress max={totalBytes} value={loadedBytes} aria-label={words.boot.steps.download} />
      )}
      {isLoading && (
        <p className="num">
          {words.boot.progress(formatBytes(loadedBytes), formatBytes(totalBytes))}
          {bytesPerSecond > 0 && `, ${words.boot.rate(formatBytes(bytesPerSecond))}`}
        </p>
      )}
      {isSlow && (
        <>
          <p>{words.boot.slow}</p>
          <Button onClick={onRetry}>{words.boot.retry}</Button>
        </>
      )}
    </div>
  );
}
