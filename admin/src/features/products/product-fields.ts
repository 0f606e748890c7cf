/** What is typed for a new product, and the body that it becomes. */
import type { BodyInput, Part } from "@yigou/backend/contract";
import { breakdownOf, splitLine } from "@yigou/backend/contract/split";

import { fenOfText, gramsOfText, ppmOfText } from "../../lib/amounts";

/** Fields have the names of the body, so that a refusal finds its field; amounts are texts here. */
export interface ProductFields {
  title?: string;
  title_en?: string;
  description?: string;
  description_en?: string;
  category?: string;
  images?: string[];
  variants?: (VariantFields | undefined)[];
  certificates?: (CertificateFields | undefined)[];
  lot?: { code?: string; harvested_on?: string };
  contributions?: (ContributionFields | undefined)[];
  service_ppm?: string;
  packing_fen?: string;
  freight_fen?: string;
}

interface VariantFields {
  title?: string;
  price_fen?: string;
  stock?: string;
  weight_g?: string;
}

interface CertificateFields {
  kind?: string;
  number?: string;
  issued_on?: string;
  valid_to?: string;
}

/** One household behind the lot. */
export interface ContributionFields {
  household_id?: string;
  weight_g?: string;
}

/** The body of a listing; the fields have been checked by their own rules before. */
export function bodyOf(fields: ProductFields): BodyInput<"POST /cooperative/products"> {
  return {
    title: fields.title ?? "",
    ...(fields.title_en ? { title_en: fields.title_en } : {}),
    description: fields.description ?? "",
    ...(fields.description_en ? { description_en: fields.description_en } : {}),
    category: fields.category ?? "",
    images: fields.images ?? [],
    variants: (fields.variants ?? []).map((variant) => ({
      title: variant?.title ?? "",
      price_fen: fenOfText(variant?.price_fen ?? "") ?? 0,
      stock: Number(variant?.stock ?? 0),
      weight_g: gramsOfText(variant?.weight_g ?? "") ?? 0,
    })),
    certificates: (fields.certificates ?? []).map((one) => ({
      kind: one?.kind ?? "",
      number: one?.number ?? "",
      issued_on: one?.issued_on ?? "",
      valid_to: one?.valid_to ? one.valid_to : null,
    })),
    lot: { code: fields.lot?.code ?? "", harvested_on: fields.lot?.harvested_on ?? "" },
    contributions: (fields.contributions ?? []).map((one) => ({
      household_id: one?.household_id ?? "",
      weight_g: gramsOfText(one?.weight_g ?? "") ?? 0,
    })),
    service_ppm: ppmOfText(fields.service_ppm ?? "") ?? 0,
    packing_fen: fenOfText(fields.packing_fen ?? "") ?? 0,
    freight_fen: fenOfText(fields.freight_fen ?? "") ?? 0,
  };
}

/** The breakdown of one variant as it will stand in the shop; null while a figure is missing. */
export function previewOf(
  fields: ProductFields,
  index: number,
  cooperative: string,
): { price_fen: number; parts: Part[] } | null {
  const price_fen = fenOfText(fields.variants?.[index]?.price_fen ?? "");
  if (!price_fen) return null;
  const split = splitLine(price_fen, 1, {
    service_ppm: ppmOfText(fields.service_ppm ?? "") ?? 0,
    platform_ppm: 0,
    packing_fen: fenOfText(fields.packing_fen ?? "") ?? 0,
    freight_fen: fenOfText(fields.freight_fen ?? "") ?? 0,
  });
  return { price_fen, parts: breakdownOf(split, cooperative) };
}
