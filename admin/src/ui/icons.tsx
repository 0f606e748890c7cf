/** The few drawn signs of the panel, one stroke, in the colour of the text. */
import type { ReactNode } from "react";

const SHAPES = {
  menu: <path d="M3 5h14M3 10h14M3 15h14" />,
  chevron: <path d="M7 4l6 6-6 6" />,
  print: <path d="M6 7V3h8v4M6 14H3V8h14v6h-3M6 11h8v6H6z" />,
  download: <path d="M10 3v9m-4-4l4 4 4-4M3 16h14" />,
  sun: (
    <path d="M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16" />
  ),
  moon: <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" />,
  leave: <path d="M8 3H4v14h4M13 6l4 4-4 4M17 10H8" />,
  plus: <path d="M10 4v12M4 10h12" />,
  cross: <path d="M5 5l10 10M15 5L5 15" />,
  search: <path d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4" />,
} as const satisfies Record<string, ReactNode>;

/** A sign beside a word; it never stands for the word alone. */
export function Icon({ name, turn = 0 }: { name: keyof typeof SHAPES; turn?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      style={turn ? { transform: `rotate(${turn}deg)` } : undefined}
    >
      {SHAPES[name]}
    </svg>
  );
}
