/** From the hills: orange, honey, tea, mushroom. */
interface Drawn {
  className?: string;
}

export function Orange({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <circle cx="62" cy="68" r="40" fill="#e9822b" />
      <path d="M62 28a40 40 0 0 1 0 80 46 46 0 0 0 0-80z" fill="#d96d18" />
      <g fill="#f4b06b">
        <circle cx="48" cy="56" r="2.4" />
        <circle cx="58" cy="80" r="2.4" />
        <circle cx="40" cy="74" r="2" />
        <circle cx="72" cy="60" r="2" />
      </g>
      <path d="M62 30c2-10 12-18 26-17-2 12-13 19-26 17z" fill="#5b7f45" />
      <path d="M62 30c8-6 16-11 26-17" stroke="#3e5c2e" strokeWidth="2" fill="none" />
      <path d="M61 31l-3-9" stroke="#6b4a2b" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

export function Honey({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <rect x="30" y="40" width="60" height="66" rx="12" fill="#e0a11b" />
      <path d="M30 64h60v30a12 12 0 0 1-12 12H42a12 12 0 0 1-12-12z" fill="#c98710" />
      <rect x="34" y="26" width="52" height="16" rx="5" fill="#8a5a34" />
      <rect x="40" y="66" width="40" height="24" rx="4" fill="#fbf3dc" />
      <path d="M60 70l7 4v8l-7 4-7-4v-8z" fill="none" stroke="#c98710" strokeWidth="2.4" />
    </svg>
  );
}

export function Tea({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path
        d="M60 104c-4-30 2-56 8-80"
        stroke="#3e5c2e"
        strokeWidth="3"
        fill="none"
        strokeLinecap="round"
      />
      <path d="M66 34c-2-16 6-24 12-26 4 12-2 24-12 26z" fill="#7fa35f" />
      <path d="M61 58C44 56 34 44 32 32c16 0 29 10 29 26z" fill="#5b7f45" />
      <path d="M60 78c18-2 30-12 34-26-18 0-32 10-34 26z" fill="#6b9150" />
      <path d="M58 98C42 98 30 90 26 78c16-2 30 6 32 20z" fill="#47693a" />
    </svg>
  );
}

export function Mushroom({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path d="M48 64h24l4 36a16 8 0 0 1-32 0z" fill="#ead9bd" />
      <path d="M20 66c0-26 18-42 40-42s40 16 40 42c-12 6-68 6-80 0z" fill="#8a5a3c" />
      <path d="M20 66c12 6 68 6 80 0-4 9-76 9-80 0z" fill="#c9a37e" />
      <path d="M40 44l8 4-5 6zM66 36l8 5-8 4zM80 54l7 2-5 5z" fill="#d8b592" />
    </svg>
  );
}
