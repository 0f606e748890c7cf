/** Gifts: recipients, purchases for them, and lists that are refused by row and field. */
import { checkoutOf } from "./checkouts";
import type { Json } from "./changed";

/** One recipient, told apart by a number. */
export function personOf(n: number) {
  return {
    name: `收礼人${"甲乙丙丁戊己庚辛壬癸"[n % 10] ?? ""}${"一二三四五六"[Math.floor(n / 10)] ?? ""}`,
    phone: `1001234${String(1000 + n)}`,
    province: "福建省",
    city: "泉州市",
    county: "南安市",
    street: `美林街道礼品巷 ${n} 号 ${n} 室`,
  };
}

/** A purchase of one box each for so many people, paid at once. */
export function giftOf(variant_id: string, people: number, each = 1): { [key: string]: Json } {
  return {
    ...checkoutOf(variant_id, each),
    gift: {
      message: "祝大家新年好，橙心橙意",
      recipients: Array.from({ length: people }, (_, n) => personOf(n + 1)),
    },
  };
}

/** The recipients as somebody types them. */
export function typedList(people: number): string {
  return Array.from({ length: people }, (_, n) => {
    const { name, phone, province, city, county, street } = personOf(n + 1);
    return [name, phone, province, city, county, street].join("，");
  }).join("\n");
}
