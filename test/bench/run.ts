/**
 * `npm run bench -- [shop | ledger | pages] …`: the shop against an unmodified Medusa, the ledger against its
 * targets, the pages as a browser gets them.
 */
import { benchLedger } from "./ledger/bench-ledger";
import { benchPages } from "./pages";
import { benchShop } from "./shop";

const [first, ...rest] = process.argv.slice(2);
if (first === "ledger") await benchLedger(rest);
else if (first === "pages") await benchPages(rest);
else await benchShop(first === "shop" ? rest : process.argv.slice(2));
