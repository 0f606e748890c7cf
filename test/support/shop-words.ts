/** What the shop says in each language: a story asks for a button by the shop's own word for it. */
import { type Lang, learn, speak, type Words } from "../../storefront/src/i18n";
import { en } from "../../storefront/src/i18n/en";
import { zh } from "../../storefront/src/i18n/zh";

learn("zh", zh);
learn("en", en);

/** The shop's sentences in a language. */
export function shopWords(lang: Lang): Words {
  return speak(lang);
}
