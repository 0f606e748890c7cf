/** From the yard: poultry and eggs, handicraft. */
interface Drawn {
  className?: string;
}

export function Livestock({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <ellipse cx="44" cy="66" rx="19" ry="25" fill="#e8cfae" />
      <ellipse cx="78" cy="66" rx="19" ry="25" fill="#d9b98f" />
      <ellipse cx="61" cy="60" rx="19" ry="26" fill="#f3e2c8" />
      <path d="M10 74c16-8 26 4 50 4s34-12 50-4c0 20-20 34-50 34S10 94 10 74z" fill="#b98a45" />
      <path
        d="M14 80l20 14M26 76l26 26M92 78L68 102M106 80L86 96M48 80l-8 22M72 80l8 20"
        stroke="#8f672d"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Handicraft({ className = "" }: Drawn) {
  return (
    <svg aria-hidden viewBox="0 0 120 120" className={className}>
      <path d="M30 50c0-26 14-38 30-38s30 12 30 38" fill="none" stroke="#8a5a34" strokeWidth="5" />
      <path d="M18 50h84l-8 46a12 12 0 0 1-12 10H38a12 12 0 0 1-12-10z" fill="#cf9a5b" />
      <path
        d="M20 62h80M22 76h76M25 90h70"
        stroke="#8a5a34"
        strokeWidth="3"
        strokeDasharray="9 7"
      />
      <path d="M38 50l4 54M60 50v56M82 50l-4 54" stroke="#a8743d" strokeWidth="3" />
      <rect x="14" y="44" width="92" height="10" rx="5" fill="#8a5a34" />
    </svg>
  );
}
