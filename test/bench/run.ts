/** `npm run bench -- [shop | ledger] …`: the shop against an unmodified Medusa, the ledger against its targets. */
import { benchLedger } from "./ledger/bench-ledger";
import { benchShop } from "./shop";

const [first, ...rest] = process.argv.slice(2);
if (first === "ledger") await benchLedger(rest);
else await benchShop(first === "shop" ? rest : process.argv.slice(2));
