/** From the fields: noodles, grain, oil, vegetables. */
interface Drawn {
  className?: string;
}

export function Noodle({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path d="M70 12l-8 44M84 14L70 58" stroke="#a8643d" strokeWidth="4" strokeLinecap="round" />
      <path
        d="M30 58c4-16 12-8 14-18s10-2 12-10M46 58c4-14 10-8 12-18M60 58c2-12 12-10 14-20M76 58c2-8 8-8 12-14"
        fill="none"
        stroke="#e3cf9c"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M16 58h88c0 24-16 42-44 42S16 82 16 58z" fill="#3f6f86" />
      <path d="M16 58h88l-1 9H17z" fill="#5a8aa0" />
      <rect x="44" y="98" width="32" height="9" rx="3" fill="#2f5668" />
      <path
        d="M34 78c8-6 12 6 20 0s12 6 20 0 10 4 14 1"
        stroke="#d7e4ea"
        strokeWidth="2.5"
        fill="none"
      />
    </svg>
  );
}

export function Grain({ className = "" }: Drawn) {
  const ears = [
    [58, 30, 20],
    [52, 42, -28],
    [64, 46, 30],
    [50, 58, -30],
    [66, 62, 30],
    [52, 74, -30],
    [66, 78, 30],
  ] as const;
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path
        d="M58 110c2-30 2-60 0-84"
        stroke="#8a7434"
        strokeWidth="3.5"
        fill="none"
        strokeLinecap="round"
      />
      <path d="M58 106c-10-6-24-12-30-30 14 2 28 12 30 30z" fill="#6b9150" />
      {ears.map(([x, y, turn]) => (
        <ellipse
          key={`${x}-${y}`}
          cx={x}
          cy={y}
          rx="6"
          ry="10.5"
          fill="#d9ae45"
          stroke="#b88b28"
          strokeWidth="1.5"
          transform={`rotate(${turn} ${x} ${y})`}
        />
      ))}
    </svg>
  );
}

export function Oil({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path
        d="M50 20h20v18c0 6 14 12 14 26v36a8 8 0 0 1-8 8H44a8 8 0 0 1-8-8V64c0-14 14-20 14-26z"
        fill="#f0dfae"
      />
      <path d="M36 66h48v34a8 8 0 0 1-8 8H44a8 8 0 0 1-8-8z" fill="#d99a1c" />
      <rect x="46" y="10" width="28" height="13" rx="4" fill="#7a4d2b" />
      <rect x="42" y="72" width="36" height="22" rx="3" fill="#fbf3dc" />
      <path d="M60 75c5 6 7 9 7 12a7 7 0 0 1-14 0c0-3 2-6 7-12z" fill="#c98710" />
    </svg>
  );
}

export function Vegetable({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path
        d="M58 66C36 62 24 44 28 20c14 4 24 12 28 24 0-16 6-28 18-36 10 14 10 28 2 40 8-8 16-10 26-8-2 16-12 26-28 28z"
        fill="#5b8a45"
      />
      <path
        d="M60 66C56 50 52 40 40 30M62 64c0-16 4-30 12-42M66 66c6-10 14-16 26-20"
        stroke="#3e6630"
        strokeWidth="2.5"
        fill="none"
      />
      <path d="M46 64h34c2 16-4 34-17 46-13-12-19-30-17-46z" fill="#f3efe0" />
      <path
        d="M52 78h10M60 90h10M56 100h8"
        stroke="#d3ccb4"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
