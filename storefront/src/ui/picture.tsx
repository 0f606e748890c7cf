import { drawingOf } from "./drawings/index";

/** A good's picture, or a drawing of its kind when it has none. */
export function Picture({
  src,
  category,
  alt,
  eager = false,
  className = "",
}: {
  src: string | null;
  category: string;
  alt: string;
  /** The first picture of a page is not lazy. */
  eager?: boolean;
  className?: string;
}) {
  const { Drawing, ground } = drawingOf(category);
  if (src === null) {
    return (
      <div
        {...(alt ? { role: "img", "aria-label": alt } : { "aria-hidden": true })}
        className={`relative ${ground} ${className}`}
      >
        <Drawing className="absolute inset-0 m-auto h-4/5 max-w-[80%]" />
      </div>
    );
  }
  return (
    <img
      src={src}
      alt={alt}
      width={600}
      height={480}
      loading={eager ? "eager" : "lazy"}
      decoding={eager ? "auto" : "async"}
      className={`object-cover ${ground} ${className}`}
    />
  );
}
