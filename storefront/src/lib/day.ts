import type { Lang } from "../i18n";

const shapes = {
  zh: new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", dateStyle: "medium" }),
};

/** A day or an instant as people write it, in Chinese time. */
export function dayText(value: string, lang: Lang): string {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+08:00` : value);
  return Number.isNaN(at.getTime()) ? value : shapes[lang].format(at);
}

const instants = {
  zh: new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    dateStyle: "medium",
    timeStyle: "medium",
  }),
  en: new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Shanghai",
    dateStyle: "medium",
    timeStyle: "medium",
  }),
};

const minutes = {
  zh: new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    dateStyle: "long",
    timeStyle: "short",
  }),
  en: new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Shanghai",
    dateStyle: "medium",
    timeStyle: "short",
  }),
};

/** An instant to the minute, as a deadline is told, in Chinese time. */
export function minuteText(value: string, lang: Lang): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : minutes[lang].format(at);
}

/** An instant to the second, in Chinese time. */
export function instantText(value: string, lang: Lang): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : instants[lang].format(at);
}
