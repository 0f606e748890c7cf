import { useParams } from "react-router";

import { Passbook } from "../../features/passbook/passbook";

/** A printed passbook page. */
export function Component() {
  const { id = "" } = useParams();
  return <Passbook key={id} id={id} />;
}
