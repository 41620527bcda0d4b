export interface LogoProps {
  /** Side in pixels. */
  size?: number;
  /** Where the name doesn't stand beside it. */
  label?: string;
}

/** Eight doors standing ajar round a court: two squares make the star of the zellige, each point a door leaf. */
export function Logo({ size = 36, label }: LogoProps) {
  const leaves = [0, 45, 90, 135, 180, 225, 270, 315];
  return (
    <svg
      viewBox="-50 -50 100 100"
      width={size}
      height={size}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {leaves.map((turn, index) => (
        <g key={turn} transform={`rotate(${turn})`}>
          <path d="M0 -48 L12.5 -30.2 L0 -18 Z" fill={index % 2 ? "#d24f2d" : "#dda636"} />
          <path d="M0 -48 L-12.5 -30.2 L0 -18 Z" fill={index % 2 ? "#f2b5a3" : "#f1d38c"} />
          <path d="M12.5 -30.2 L30.2 -30.2 L12.7 -12.7 L0 -18 Z" fill="#2f806a" opacity="0.92" transform="rotate(0)" />
        </g>
      ))}
      <path d="M-7 9 V-2 a7 7 0 0 1 14 0 V9 Z" fill="#f8e8c2" />
      <path d="M-7 9 V-2 a7 7 0 0 1 7 -7 V9 Z" fill="#dda636" />
    </svg>
  );
}
