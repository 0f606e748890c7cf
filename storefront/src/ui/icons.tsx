/** Small line icons; decoration only, their controls carry the words. */
import type { ReactNode } from "react";

function Icon({ children, className = "size-5" }: { children: ReactNode; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className={`flex-none ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m20 20-4.2-4.2" />
  </Icon>
);
export const CartIcon = () => (
  <Icon className="size-6">
    <path d="M3 9.5h18l-1.8 9a1.8 1.8 0 0 1-1.8 1.5H6.6a1.8 1.8 0 0 1-1.8-1.5z" />
    <path d="M8 9.5 10.5 4M16 9.5 13.5 4M9.5 13.5v3M14.5 13.5v3" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon className="size-6">
    <circle cx="12" cy="8" r="3.6" />
    <path d="M4.8 20c.6-4 3.5-6 7.2-6s6.6 2 7.2 6" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="m14.5 5-7 7 7 7" />
  </Icon>
);
export const NextIcon = () => (
  <Icon>
    <path d="m9.5 5 7 7-7 7" />
  </Icon>
);
export const CrossIcon = () => (
  <Icon className="size-4">
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const FilterIcon = () => (
  <Icon>
    <path d="M4 7h16M7 12h10M10 17h4" />
  </Icon>
);
