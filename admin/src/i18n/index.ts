/** The words of the panel: Chinese is the source and always there, English is loaded when asked for. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import { zh } from "./zh";

const KEY = "yigou.language";

/** Makes the words ready before the first screen. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "zh",
    fallbackLng: "zh",
    resources: { zh: { translation: zh } },
    // React escapes already.
    interpolation: { escapeValue: false },
  });
  if (localStorage.getItem(KEY) === "en") await changeLanguage("en");
}

/** Changes the language and keeps it on this device. */
export async function changeLanguage(language: "zh" | "en"): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const { en } = await import("./en");
    i18next.addResourceBundle("en", "translation", en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  localStorage.setItem(KEY, language);
}
