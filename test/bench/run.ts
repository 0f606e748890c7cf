/**
 * `npm run bench -- [shop | lists | ledger | pages | soak | overload] …`: the shop against an unmodified Medusa, its lists as the
 * catalogue grows, the ledger against its targets, the pages as a browser gets them, the
 * memory of each process over time, what becomes of it when too many come.
 */
import { benchLedger } from "./ledger/bench-ledger";
import { benchLists } from "./lists";
import { benchOverload } from "./overload";
import { benchPages } from "./pages";
import { benchShop } from "./shop";
import { benchSoak } from "./soak";

const [first, ...rest] = process.argv.slice(2);
if (first === "ledger") await benchLedger(rest);
else if (first === "lists") await benchLists(rest);
else if (first === "pages") await benchPages(rest);
else if (first === "overload") await benchOverload(rest);
else if (first === "soak") await benchSoak(rest);
else await benchShop(first === "shop" ? rest : process.argv.slice(2));
