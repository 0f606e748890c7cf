const tints = [
  "bg-persimmon-wash text-persimmon-ink",
  "bg-tea-wash text-tea-ink",
  "bg-straw-wash text-straw-ink",
  "bg-water-wash text-water-ink",
];

/** A household's round mark: the first character of its alias, never a picture of a person. */
export function Face({ name, tint = 0 }: { name: string; tint?: number }) {
  // Array.from keeps rare characters whole, which have two code units.
  const initial = Array.from(name)[0] ?? "";
  return (
    <span
      aria-hidden
      className={`grid size-11 flex-none place-items-center rounded-full font-serif text-xl ${tints[tint % tints.length] ?? ""}`}
    >
      {initial}
    </span>
  );
}
