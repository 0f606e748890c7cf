import { Application } from "../features/application/application";
import { Gate } from "../ui/gate";

/** A cooperative applies. */
export function Component() {
  return (
    <Gate>
      <Application />
    </Gate>
  );
}
