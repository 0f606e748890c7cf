/** What each variant's price is made of, while it is being typed. */
import { Form } from "antd";
import type { FormInstance } from "antd";
import { useTranslation } from "react-i18next";

import { Money } from "../../ui/money";
import { ShareBar, ShareLegend } from "../../ui/share-bar";

import { previewOf } from "./product-fields";
import type { ProductFields } from "./product-fields";

interface SplitPreviewProps {
  form: FormInstance<ProductFields>;
  cooperative: string;
}

/** One bar for each variant; the rule is the one that the shop and the ledger use. */
export function SplitPreview({ form, cooperative }: SplitPreviewProps) {
  const { t } = useTranslation();
  const fields = Form.useWatch((all: ProductFields) => all, form);
  const variants = fields.variants ?? [];
  const shown = variants.map((variant, index) => ({
    title: variant?.title?.trim() ? variant.title : t("product.variantN", { n: index + 1 }),
    preview: previewOf(fields, index, cooperative),
  }));
  return (
    <section className="box aside" aria-label={t("product.preview")} aria-live="polite">
      <div className="box-head">
        <h3>{t("product.preview")}</h3>
      </div>
      {shown.every((one) => one.preview === null) && (
        <p className="sub">{t("product.previewHint")}</p>
      )}
      <div className="stack">
        {shown.map(
          ({ title, preview }, index) =>
            preview && (
              <div key={index}>
                <div className="box-head">
                  <b>{title}</b>
                  <span className="preview-price">
                    <Money fen={preview.price_fen} />
                  </span>
                </div>
                <ShareBar parts={preview.parts} />
                <ShareLegend parts={preview.parts} />
                {preview.parts[0]?.amount_fen === 0 && (
                  <p className="money-minus">{t("product.nothingLeft")}</p>
                )}
              </div>
            ),
        )}
      </div>
    </section>
  );
}
