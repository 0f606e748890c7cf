/** Orders as the backend posts them: divided, written down and sent by node. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";

import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import { type Shape, toldSale } from "./sales";

const HOUSEHOLDS = 3000;

/** Who posts how many, under ids that begin with a name. */
interface Posting {
  name: string;
  writers: number;
  each: number;
}

/** Posts orders through the service, over sessions of its own. @returns orders a second */
export async function throughService(url: string, shape: Shape, posting: Posting): Promise<number> {
  const { name, writers, each } = posting;
  const pg = knex({ client: "pg", connection: url, pool: { min: writers, max: writers } });
  const income = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  try {
    const began = performance.now();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < each; n++) {
          const id = `${name}-${writer.toString()}-${n.toString()}`;
          const household = (((writer * each + n) * 7919) % HOUSEHOLDS).toString();
          const { sale, capture } = toldSale(shape, id, household);
          await income.sell(sale, capture);
        }
      }),
    );
    return (writers * each * 1000) / (performance.now() - began);
  } finally {
    await pg.destroy();
  }
}
