/** A bamboo basket: for empty lists and goods of no known kind. */
export function Basket({ className = "" }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 120 96" className={className}>
      <path d="M30 42c0-24 12-36 30-36s30 12 30 36" fill="none" stroke="#a8643d" strokeWidth="5" />
      <path d="M14 42h92l-9 42a10 10 0 0 1-10 8H33a10 10 0 0 1-10-8z" fill="#dcc27a" />
      <path d="M17 56h86M20 70h80" stroke="#a8874a" strokeWidth="3" />
      <path
        d="M36 44l4 46M52 44l2 47M68 44l-2 47M84 44l-4 46"
        stroke="#b89653"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <rect x="10" y="38" width="100" height="9" rx="4.5" fill="#a8643d" />
    </svg>
  );
}
