import type { Good, Rating } from "@yigou/backend/contract";
import { formatFen } from "@yigou/backend/contract/fen";
import { Link } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/good";
import { AdoptionTerms } from "../features/adoption/terms";
import { BuyBar, PriceBox, Variants } from "../features/good/buy";
import { Gallery } from "../features/good/gallery";
import { Certificates, People } from "../features/good/people";
import { REVIEWS_PAGE, Reviews } from "../features/good/reviews";
import { speak } from "../i18n";
import { useLang, useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { breadcrumbs, pictureMeta } from "../lib/head";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { Tag } from "../ui/notice";
import { RatingLine } from "../ui/rating";

/** What search engines are told; the same facts as on the page. */
function describe(good: Good, rating: Rating | null) {
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: good.title,
    description: good.description,
    image: good.images,
    category: good.category,
    ...(rating && rating.mean_hundredths !== null
      ? {
          aggregateRating: {
            "@type": "AggregateRating",
            ratingValue: rating.mean_hundredths / 100,
            reviewCount: rating.count,
          },
        }
      : {}),
    brand: { "@type": "Organization", name: good.cooperative.name },
    offers: good.variants.map((variant) => ({
      "@type": "Offer",
      name: variant.title,
      price: formatFen(variant.price_fen),
      priceCurrency: "CNY",
      availability: `https://schema.org/${variant.in_stock ? "InStock" : "OutOfStock"}`,
    })),
  };
}

/** Nothing on this page needs React in the browser. */
export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const found = dataOf(loaderData);
  if (!found) return pageMeta(matches, (t) => ({ title: t("error.missing") }));
  const { good, reviews } = found;
  const english = langOf(matches) === "en";
  const t = speak(langOf(matches));
  return [
    ...pageMeta(matches, () => ({
      title: (english && good.title_en) || good.title,
      description: ((english && good.description_en) || good.description).slice(0, 150),
    })),
    ...pictureMeta(matches, good.images[0]),
    { "script:ld+json": describe(good, reviews.ok ? reviews.value.rating : null) },
    breadcrumbs(matches, [
      [t("nav.home"), "/"],
      [t("nav.goods"), "/goods"],
      [(english && good.title_en) || good.title, `/goods/${good.handle}`],
    ]),
  ];
};

const pageSchema = z.coerce.number().int().min(1).max(2_000).catch(1);

export async function loader({ request, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const page = pageSchema.parse(asked.get("reviews"));
  const query = { limit: REVIEWS_PAGE, offset: (page - 1) * REVIEWS_PAGE };
  const [{ good }, reviews] = await Promise.all([
    need(request, call("GET /store/goods/:handle", { params: { handle: params.handle } })),
    settle(call("GET /store/goods/:handle/reviews", { params: { handle: params.handle }, query })),
  ]);
  return { good, reviews, page, wanted: asked.get("variant") };
}

export default function GoodPage({ loaderData }: Route.ComponentProps) {
  const { good, reviews, page, wanted } = loaderData;
  const t = useWords();
  const english = useLang() === "en";
  const title = (english && good.title_en) || good.title;
  const variant =
    good.variants.find(({ id }) => id === wanted) ??
    good.variants.find(({ in_stock }) => in_stock) ??
    good.variants[0];
  return (
    <div className="mx-auto max-w-6xl pb-28 md:grid md:grid-cols-2 md:gap-10 md:px-6 md:pt-8 md:pb-16">
      <div className="md:sticky md:top-24 md:self-start">
        <Gallery images={good.images} category={good.category} title={title} />
      </div>
      <div className="px-4 pt-4 md:px-0 md:pt-0">
        <p className="flex flex-wrap gap-1.5">
          {good.certificates.map((certificate) => (
            <Tag key={certificate.kind} tone={certificate.valid_to ? "warn" : "good"}>
              {certificate.kind}
            </Tag>
          ))}
          <Tag tone="bad">{t("good.promise")}</Tag>
        </p>
        <h1 className="mt-2.5 text-[1.6rem] sm:text-3xl">{title}</h1>
        <p className="mt-1 text-ink-2">
          <Link to={`/goods?county=${good.county_code}`} className="underline underline-offset-4">
            {t("good.from_place", { county: good.county_name, township: good.township_name })}
          </Link>
        </p>
        {good.rating ? (
          <p className="mt-1">
            <a href="#reviews" className="tap !justify-start">
              <RatingLine rating={good.rating} />
            </a>
          </p>
        ) : null}
        {variant ? (
          <>
            <PriceBox good={good} variant={variant} />
            <Variants good={good} chosen={variant} />
            <BuyBar good={good} variant={variant} />
          </>
        ) : null}
        {good.adoption ? <AdoptionTerms adoption={good.adoption} /> : null}
        <section className="mt-9">
          <h2 className="text-xl">{t("good.about")}</h2>
          <p className="mt-2 max-w-prose leading-relaxed whitespace-pre-line">
            {(english && good.description_en) || good.description}
          </p>
        </section>
        <People good={good} />
        <Certificates good={good} />
        <Reviews handle={good.handle} page={page} reviews={reviews} />
      </div>
    </div>
  );
}
