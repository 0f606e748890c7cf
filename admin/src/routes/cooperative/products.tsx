import { ProductList } from "../../features/products/product-list";

/** The cooperative's own products. */
export function Component() {
  return <ProductList />;
}
