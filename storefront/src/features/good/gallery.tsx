import { useWords } from "../../i18n/use-words";
import { Picture } from "../../ui/picture";

/** Pictures beside each other that snap; no script is needed. */
export function Gallery({
  images,
  category,
  title,
}: {
  images: readonly string[];
  category: string;
  title: string;
}) {
  const t = useWords();
  const frame = "aspect-[5/4] w-full flex-none snap-center sm:rounded-card";
  if (images.length <= 1) {
    return (
      <Picture src={images[0] ?? null} category={category} alt={title} eager className={frame} />
    );
  }
  return (
    <div>
      <ul
        aria-label={t("good.pictures")}
        // A list that scrolls can be reached and scrolled by keyboard.
        tabIndex={0}
        className="flex snap-x snap-mandatory [scrollbar-width:none] overflow-x-auto sm:rounded-card"
      >
        {images.map((src, at) => (
          <li key={src} id={`picture-${at + 1}`} className="w-full flex-none snap-center">
            <Picture
              src={src}
              category={category}
              alt={t("good.picture", { title, number: at + 1 })}
              eager={at === 0}
              className={frame}
            />
          </li>
        ))}
      </ul>
      <ul className="mt-3 flex gap-2 px-4 sm:px-0">
        {images.map((src, at) => (
          <li key={src}>
            <a
              href={`#picture-${at + 1}`}
              aria-label={t("good.picture", { title, number: at + 1 })}
              className="block overflow-hidden rounded-small border border-rule hover:border-edge"
            >
              <Picture src={src} category={category} alt="" className="h-12 w-15" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
