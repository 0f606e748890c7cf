/** The Search Module's provider over tables of our own database: the one that a shop has without a setting. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { ShelfSearchProvider } from "./service";

export default ModuleProvider(Modules.SEARCH, { services: [ShelfSearchProvider] });
