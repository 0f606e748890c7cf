/** A ledger in which much has happened: three months, two cooperatives, households of two counties. */
import type { IncomeModuleService } from "../../../backend/src/modules/income/service";
import type {
  Asked,
  Contributor,
  RefundMovement,
  Sale,
} from "../../../backend/src/modules/income/types";

/** Households of the book by name: two of one village, one of the next village, one of another county. */
export const homes = {
  zhong: "hh_zhong",
  lai: "hh_lai",
  deng: "hh_deng",
  huang: "hh_huang",
} as const;

const divisions: Record<keyof typeof homes, string> = {
  zhong: "360722101201",
  lai: "360722101201",
  deng: "360722101202",
  huang: "350583107203",
};

/** The cooperatives. */
export const sellers = { oranges: "coop_oranges", tea: "coop_tea" } as const;

/** Small numbers that are the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function contributor(name: keyof typeof homes, weight_g: number): Contributor {
  const category = "business" as const;
  return {
    household_id: homes[name],
    alias: `${name}家`,
    division_code: divisions[name],
    weight_g,
    linkage: "purchase",
    category,
  };
}

function sale(order_id: string, sold_at: string, roll: (sides: number) => number): Sale {
  const behind = [
    [contributor("zhong", 1 + roll(900_000)), contributor("deng", 1 + roll(900_000))],
    [contributor("lai", 333), contributor("huang", 334), contributor("zhong", 333)],
    [contributor("deng", 1 + roll(50))],
  ];
  const lines = Array.from({ length: 1 + roll(3) }, (_, index) => ({
    order_line_id: `${order_id}_line${index}`,
    product_id: `prod_${index}`,
    product_title: ["赣南脐橙", "铁观音", "土蜂蜜"][index] ?? "山货",
    quantity: 1 + roll(5),
    weight_micro: (1 + roll(19_999)) * 10_000,
    return_days: 3,
    terms: {
      cooperative_id: index === 1 ? sellers.tea : sellers.oranges,
      cooperative_name: index === 1 ? "茶合作社" : "脐橙合作社",
      lot_code: `LOT-${index}`,
      service_ppm: 50_000 + roll(100_000),
      platform_ppm: roll(2) * 10_001,
      packing_fen: roll(200),
      freight_fen: roll(300),
      contributors: behind[index] ?? [],
    },
  }));
  const shipping = roll(2) * 1_000;
  const goods = lines.reduce((sum, line) => sum + line.weight_micro / 10_000, 0);
  return {
    order_id,
    sold_at,
    total_fen: goods + shipping,
    shipping_micro: shipping * 10_000,
    tax_micro: 0,
    lines,
  };
}

const causes = ["buyer", "quality", "freight", "platform"] as const;

/** Sells, moves on, pays and refunds; some of it at once, some of it months later. */
export async function fillBook(ledger: IncomeModuleService, orders = 40): Promise<void> {
  const roll = dice(7);
  for (let n = 0; n < orders; n += 1) {
    const month = 9 + (n % 3);
    const at = (day: number, later = 0) =>
      `2026-${(month + later).toString().padStart(2, "0")}-${day.toString().padStart(2, "0")}T03:00:00.000Z`;
    const order_id = `order_${n}`;
    const sold = sale(order_id, at(2), roll);
    await ledger.freeze(sold);
    const payment_id = `pay_${n}`;
    const part = n % 7 === 0 ? Math.ceil(sold.total_fen / 3) : sold.total_fen;
    await ledger.credit({ id: `cap_${n}`, payment_id, order_id, amount_fen: part, at: at(2) });
    const move = { at: at(5), order_id, facts: {} };
    if (n % 4 !== 0) {
      const accept = { ...move, kind: "accept", from: "expected", to: "earned" } as const;
      await ledger.move({ ...accept, key: `accept:${n}`, cause: "delivered" }, { order_id });
    }
    if (n % 3 === 0) {
      const settle = { ...move, kind: "settle", from: "earned", to: "settled" } as const;
      await ledger.move({ ...settle, key: `settle:${n}`, cause: "lapse" }, { order_id });
    }
    if (n % 6 === 3) {
      const pay = { ...move, kind: "pay", from: "settled", to: "paid" } as const;
      const facts = { bank: "农业银行", reference: `R${n}`, paid_on: "2026-10-08" };
      await ledger.move(
        { ...pay, facts, key: `pay:${n}`, cause: "transfer_voucher" },
        { order_id },
      );
    }
    if (n % 5 === 1) {
      const cause = causes[n % 4] ?? "buyer";
      const refund: Asked<RefundMovement> = {
        ...{ id: `ref_${n}`, payment_id, order_id, cause, returned: [], bearers: [] },
        amount_fen: 1 + roll(part),
        at: at(9, month < 11 ? n % 2 : 0),
      };
      await ledger.reverse(refund);
    }
    // The rest of a payment that came in two parts, a month later.
    if (part < sold.total_fen) {
      const rest = { amount_fen: sold.total_fen - part, at: at(12, month < 11 ? 1 : 0) };
      await ledger.credit({ id: `cap_${n}_rest`, payment_id, order_id, ...rest });
    }
  }
}
