/** The Search Module's provider over a Meilisearch server, where MEILISEARCH_HOST names one. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { MeilisearchProvider } from "./service";

export default ModuleProvider(Modules.SEARCH, { services: [MeilisearchProvider] });
