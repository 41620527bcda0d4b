/** A bar from the reader's side on; the figure beside it says the same in words. */
export function ComparedBar({ value, most }: { value: number; most: number }) {
  const share = most <= 0 ? 0 : Math.max(0, value) / most;
  return (
    <span className="comparison-bar" aria-hidden>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
