/** Gives components their words. */
import { createContext, useContext } from "react";

import { speak, type Lang, type Words } from "./index";

const LangContext = createContext<Lang>("zh");

/** The language of everything below. */
export const LangProvider = LangContext.Provider;

/** The language of the page. */
export function useLang(): Lang {
  return useContext(LangContext);
}

/** The sentences of the page's language. */
export function useWords(): Words {
  return speak(useContext(LangContext));
}
