/** What the first middleware learns about a request, for every loader and for the renderer. */
import { createContext } from "react-router";

import type { Lang } from "../i18n";

/** The language of the page. */
export const langContext = createContext<Lang>("zh");
/** Whether the page takes cards, so that Stripe's script may run on it. */
export const cardsContext = createContext<boolean>(false);
/** The nonce of the page's scripts. */
export const nonceContext = createContext<string>("");
