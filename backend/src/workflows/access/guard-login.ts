/** The login limit as the gates use it. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { DOORKEEPER_MODULE, type DoorkeeperService, type Knock } from "../../modules/doorkeeper";

/** A counted attempt, to be settled when its outcome is known. */
export interface CountedAttempt {
  /** @param failed whether the attempt counts against account and address */
  settle: (failed: boolean) => Promise<void>;
}

/**
 * Counts an attempt to log in.
 *
 * @returns the attempt, or for how many seconds there may be no further one
 */
export async function countAttempt(
  container: MedusaContainer,
  knock: Knock,
): Promise<CountedAttempt | { wait_s: number }> {
  const doorkeeper = container.resolve<DoorkeeperService>(DOORKEEPER_MODULE);
  const answer = await doorkeeper.knock(knock);
  if ("wait_s" in answer) return answer;
  return {
    settle: async (failed) => {
      if (!failed) await doorkeeper.welcome(answer.ids, knock);
    },
  };
}
