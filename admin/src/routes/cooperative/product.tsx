import { useParams } from "react-router";

import { ProductPage } from "../../features/products/product-page";

/** One product: price, stock, on or off sale. */
export function Component() {
  const { id = "" } = useParams();
  return <ProductPage key={id} id={id} />;
}
