/** Lists a product: goods, pictures, variants, lot, households, fees; the split is shown while one types. */
import { App, Button, Form } from "antd";
import { useNavigate } from "react-router";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { today } from "../../lib/days";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { PageHead } from "../../ui/page-head";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import { CertificateFieldset } from "./certificate-fieldset";
import { ContributionFieldset } from "./contribution-fieldset";
import { FeeFieldset } from "./fee-fieldset";
import { GoodsFieldset } from "./goods-fieldset";
import { bodyOf } from "./product-fields";
import type { ProductFields } from "./product-fields";
import { SplitPreview } from "./split-preview";
import { VariantFieldset } from "./variant-fieldset";

const START: ProductFields = {
  images: [],
  variants: [{}],
  contributions: [{}],
  certificates: [],
  service_ppm: "20",
  packing_fen: "0",
  freight_fen: "0",
};

/** The form with its preview. */
export function NewProduct() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<ProductFields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/products");
  const me = useRead("GET /cooperative/me", {});
  const save = (fields: ProductFields) => {
    write.mutate(
      { body: bodyOf(fields) },
      {
        onSuccess: ({ product }) => {
          void message.success(t("product.listed"));
          void navigate(`/cooperative/products/${product.id}`);
        },
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  return (
    <>
      <PageHead
        title={t("product.new")}
        crumbs={[{ label: t("nav.products"), to: "/cooperative/products" }]}
      />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...START, lot: { harvested_on: today() } }}
        onFinish={save}
        scrollToFirstError={{ block: "center", focus: true }}
      >
        <div className="with-aside">
          <div className="form">
            <GoodsFieldset />
            <VariantFieldset />
            <ContributionFieldset />
            <FeeFieldset />
            <CertificateFieldset />
            {write.error && <RefusalNote refused={asRefused(write.error)} />}
            <div className="form-foot">
              <Button
                onClick={() => {
                  void navigate("/cooperative/products");
                }}
              >
                {t("action.cancel")}
              </Button>
              <Button type="primary" htmlType="submit" loading={write.isPending}>
                {t("product.list")}
              </Button>
            </div>
          </div>
          <SplitPreview form={form} cooperative={me.data?.cooperative.name ?? ""} />
        </div>
      </Form>
    </>
  );
}
