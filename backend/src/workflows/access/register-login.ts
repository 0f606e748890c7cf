/** The step that makes a login of an e-mail address and a first password; undone together with what it was for. */
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import { refuse } from "../../refuse";

/** A login to make. */
export interface LoginInput {
  email: string;
  password: string;
}

/** Makes a login. */
export const registerLoginStep = createStep(
  "register-login",
  async ({ email, password }: LoginInput, { container }) => {
    const auth = container.resolve(Modules.AUTH);
    const { authIdentity } = await auth.register("emailpass", { body: { email, password } });
    // NOTE: an address that already has a login is refused: a second actor behind one password is a second key.
    if (!authIdentity) throw refuse("account_exists", { field: "email" });
    return new StepResponse(authIdentity.id, authIdentity.id);
  },
  async (id, { container }) => {
    if (!id) return;
    await container.resolve(Modules.AUTH).deleteAuthIdentities([id]);
  },
);
