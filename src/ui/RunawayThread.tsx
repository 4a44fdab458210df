import './Strand.css';
import './RunawayThread.css';

/** A thread curling over itself: a run that ran away. Decoration for a verdict that says it in words. */
export function RunawayThread() {
  return (
    <svg
      className="runaway-thread"
      viewBox="0 0 400 44"
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      <path className="strand__loose" d="M0 30H1200" />
      <path
        className="strand__b"
        d="M0 14H60c26 0 30 24 12 24S66 6 96 6s34 32 12 32S102 6 132 6s34 32 12 32S138 6 168 6s34 32 12 32"
      />
      <circle className="strand__dot strand__dot--b" cx="180" cy="38" r="3.5" />
    </svg>
  );
}
