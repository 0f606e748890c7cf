/** Files behind a wall: pictures are re-encoded and public, everything else is private with a signed address. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { WalledFileProvider } from "./service";

export { signedAddress, verifiedKey } from "./signed-address";

export default ModuleProvider(Modules.FILE, { services: [WalledFileProvider] });
