import './Mark.css';

/** The house's mark: two strands, two crossings. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="mark" aria-hidden="true" focusable="false">
      <path
        className="mark__b"
        d="M2 23C9 23 9 9 16 9c2.2 0 3.7 1.38 4.95 3.3M24.2 18.9C25.7 21.2 27.4 23 30 23"
      />
      <path
        className="mark__a"
        d="M2 9c2.6 0 4.3 1.8 5.8 4.1M11.05 19.7C12.3 21.62 13.8 23 16 23 23 23 23 9 30 9"
      />
    </svg>
  );
}
