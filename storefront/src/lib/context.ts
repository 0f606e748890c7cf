/** What the first middleware learns about a request, for every loader and for the renderer. */
import { createContext } from "react-router";

import type { Lang } from "../i18n";

/** The language of the page. */
export const langContext = createContext<Lang>("zh");
/** The nonce of the page's scripts. */
export const nonceContext = createContext<string>("");
