/** Changes price, stock and status; the split of past sales stays as it was. */
import { formatFen } from "@yigou/backend/contract/fen";
import { App, Button, Form, Segmented } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { CountField, MoneyField } from "../../ui/fields";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

import type { Product } from "./product-list";

interface Fields {
  status: "published" | "draft";
  variants: { price_fen: string; stock: string }[];
}

/** The form. */
export function ChangeForm({ product }: { product: Product }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/products/:id");
  const initial = useMemo(() => fieldsOf(product), [product]);
  const save = (fields: Fields) => {
    const variants = product.variants.map(({ id }, index) => {
      const typed = fields.variants[index];
      return {
        id,
        price_fen: fenOfText(typed?.price_fen ?? "") ?? undefined,
        stock: Number(typed?.stock ?? 0),
      };
    });
    write.mutate(
      { params: { id: product.id }, body: { status: fields.status, variants } },
      {
        onSuccess: () => void message.success(t("product.saved")),
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  return (
    <Form form={form} layout="vertical" className="form" initialValues={initial} onFinish={save}>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Form.Item name="status" label={t("product.status")}>
        <Segmented
          aria-label={t("product.status")}
          options={[
            { value: "published", label: t("product.published") },
            { value: "draft", label: t("product.draft") },
          ]}
        />
      </Form.Item>
      {product.variants.map((variant, index) => (
        <fieldset className="group" key={variant.id}>
          <legend>{variant.title}</legend>
          <div className="form-row">
            <MoneyField
              name={["variants", index, "price_fen"]}
              label={t("product.priceYuan")}
              atLeast={1}
            />
            <CountField name={["variants", index, "stock"]} label={t("product.stock")} />
          </div>
        </fieldset>
      ))}
      <p className="sub">{t("product.frozen")}</p>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          {t("action.save")}
        </Button>
      </div>
    </Form>
  );
}

function fieldsOf(product: Product): Fields {
  return {
    status: product.status === "published" ? "published" : "draft",
    variants: product.variants.map(({ price_fen, stock }) => ({
      price_fen: formatFen(price_fen),
      stock: String(stock),
    })),
  };
}
