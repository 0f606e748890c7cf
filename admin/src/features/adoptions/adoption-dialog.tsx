/** Offers one household's trees for adoption, or its coming harvest for pre-order. */
import type { BodyInput } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { fenOfText, gramsOfText, ppmOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";

import { AdoptionFieldsets, type AdoptionFields } from "./adoption-fieldsets";

function bodyOf(fields: AdoptionFields): BodyInput<"POST /cooperative/adoptions"> {
  const { title_en, images, ...rest } = fields;
  return {
    ...rest,
    ...(title_en ? { title_en } : {}),
    images: images ?? [],
    yield_g: gramsOfText(fields.yield_g) ?? 0,
    trees: Number(fields.trees),
    price_fen: fenOfText(fields.price_fen) ?? 0,
    service_ppm: ppmOfText(fields.service_ppm) ?? 0,
    packing_fen: fenOfText(fields.packing_fen) ?? 0,
    freight_fen: fenOfText(fields.freight_fen) ?? 0,
  };
}

/** The dialog. */
export function AdoptionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/adoptions");
  const send = async (fields: AdoptionFields) => {
    await write.mutateAsync({ body: bodyOf(fields) });
    return t("adoptions.done");
  };
  return (
    <FormDialog
      width={720}
      title={t("adoptions.new")}
      okText={t("adoptions.ok")}
      initialValues={{ kind: "tree", service_ppm: "10", packing_fen: "5", freight_fen: "10" }}
      onSend={send}
      onClose={onClose}
    >
      <AdoptionFieldsets />
    </FormDialog>
  );
}
