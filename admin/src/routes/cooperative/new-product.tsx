import { NewProduct } from "../../features/products/new-product";

/** Lists a product. */
export function Component() {
  return <NewProduct />;
}
