/** One product: what it is made of, and what may change: price, stock, on or off sale. */
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { kgText, percentText } from "../../lib/amounts";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { ShareBar, ShareLegend } from "../../ui/share-bar";
import { Tag } from "../../ui/tag";

import { ChangeForm } from "./change-form";
import { ProductTag } from "./product-list";
import type { Product } from "./product-list";

const MOST = 100;

/** The page. NOTE: the contract has no route for one own product, so the list is asked for it. */
export function ProductPage({ id }: { id: string }) {
  const query = useRead("GET /cooperative/products", { query: { limit: MOST } });
  const { t } = useTranslation();
  return (
    <Loaded query={query}>
      {({ products }) => {
        const product = products.find((one) => one.id === id);
        return product ? (
          <Shown product={product} />
        ) : (
          <PageHead
            title={t("product.missing")}
            crumbs={[{ label: t("nav.products"), to: "/cooperative/products" }]}
          />
        );
      }}
    </Loaded>
  );
}

function Shown({ product }: { product: Product }) {
  const { t } = useTranslation();
  const whole = product.households.reduce((sum, one) => sum + one.weight_g, 0);
  return (
    <>
      <PageHead
        title={product.title}
        crumbs={[{ label: t("nav.products"), to: "/cooperative/products" }]}
        note={
          <>
            <ProductTag status={product.status} />{" "}
            {product.lot_code && (
              <Tag tone="wait">{t("credit.lot", { code: product.lot_code })}</Tag>
            )}
          </>
        }
      />
      <div className="with-aside">
        <ChangeForm product={product} />
        <div className="stack aside">
          {product.variants.map((variant) => (
            <section className="box" key={variant.id}>
              <div className="box-head">
                <h3>{variant.title}</h3>
                <span>
                  <Money fen={variant.price_fen} />
                </span>
              </div>
              <ShareBar parts={variant.breakdown} />
              <ShareLegend parts={variant.breakdown} />
            </section>
          ))}
          <section className="box">
            <div className="box-head">
              <h3>{t("product.households")}</h3>
            </div>
            <ul className="look-list">
              {product.households.map((one) => (
                <li key={one.household_id}>
                  {one.alias}
                  <small>
                    {kgText(one.weight_g)} {t("unit.kg")} ·{" "}
                    {percentText(Math.round((one.weight_g / whole) * 1_000_000))}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
