/** The cooperative's own products. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty } from "../../ui/loaded";
import { moneyText } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { PagedTable, usePage } from "../../ui/paged-table";
import { SearchField } from "../../ui/search-field";
import { ShareBar } from "../../ui/share-bar";
import { Tag } from "../../ui/tag";

/** One product of the cooperative. */
export type Product = Reply<"GET /cooperative/products">["products"][number];

/** List with search and the way to a new one. */
export function ProductList() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const page = usePage();
  const query = useRead("GET /cooperative/products", {
    query: { q: get("q"), ...page },
  });
  const columns = useColumns();
  const add = (
    <Link to="/cooperative/products/new">
      <Button type="primary" icon={<Icon name="plus" />} tabIndex={-1}>
        {t("product.new")}
      </Button>
    </Link>
  );
  return (
    <>
      <PageHead title={t("nav.products")} actions={add} />
      <div className="filters">
        <SearchField
          label={t("product.search")}
          value={get("q") ?? ""}
          onSearch={(q) => {
            change({ q }, true);
          }}
        />
      </div>
      <PagedTable
        query={query}
        rowsOf={(data) => data.products}
        empty={<Empty title={t("product.none")} hint={t("product.noneHint")} action={add} />}
        caption={t("nav.products")}
        columns={columns}
        rowKey={(row) => row.id}
        rowTo={(row) => `/cooperative/products/${row.id}`}
      />
    </>
  );
}

/** Lowest and highest price of a product, as one text. */
function priceRange(product: Product): string {
  const prices = product.variants.map((variant) => variant.price_fen);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? `¥${moneyText(low)}` : `¥${moneyText(low)} – ${moneyText(high)}`;
}

function useColumns(): Column<Product>[] {
  const { t } = useTranslation();
  return [
    {
      key: "title",
      title: t("product.title"),
      lead: true,
      cell: (row) => (
        <span className="with-thumb">
          {row.picture ? (
            <img className="thumb" src={row.picture} alt="" />
          ) : (
            <i className="thumb" />
          )}
          {row.title}
        </span>
      ),
    },
    { key: "price", title: t("product.price"), end: true, cell: priceRange },
    {
      key: "stock",
      title: t("product.stock"),
      end: true,
      cell: (row) => {
        const stock = row.variants.reduce((sum, variant) => sum + variant.stock, 0);
        return stock === 0 ? <Tag tone="act">{t("product.soldOut")}</Tag> : stock;
      },
    },
    {
      key: "share",
      title: t("product.share"),
      wide: true,
      cell: (row) => {
        const first = row.variants[0];
        return first ? <ShareBar parts={first.breakdown} slim /> : null;
      },
    },
    { key: "lot", title: t("product.lotCode"), cell: (row) => row.lot_code ?? "—" },
    {
      key: "households",
      title: t("product.households"),
      end: true,
      cell: (row) => t("unit.households", { n: row.households.length }),
    },
    {
      key: "status",
      title: t("product.status"),
      cell: (row) => <ProductTag status={row.status} />,
    },
  ];
}

/** On sale or not. */
export function ProductTag({ status }: { status: string }) {
  const { t } = useTranslation();
  return status === "published" ? (
    <Tag tone="done">{t("product.published")}</Tag>
  ) : (
    <Tag>{t("product.draft")}</Tag>
  );
}
