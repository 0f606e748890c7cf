/** A further member of a cooperative, with a role of its own. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows";

import type { CooperativeRole } from "../../contract/roles";
import {
  COOPERATIVE_MODULE,
  type CooperativeService,
  type NewMember,
} from "../../modules/cooperative";
import { registerLoginStep } from "../access/register-login";

/** The member and the first password. */
export interface AddMemberInput {
  cooperative_id: string;
  email: string;
  password: string;
  name: string;
  role: CooperativeRole;
}

const addMemberStep = createStep(
  "add-member",
  async (member: NewMember, { container }) => {
    const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
    const id = await register.addMember(member);
    return new StepResponse(id, id);
  },
  async (id, { container }) => {
    if (!id) return;
    const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
    await register.removeMember(id);
  },
);

/** Makes a login and its member; answers the member's id. */
export const addMemberWorkflow = createWorkflow("add-member", (input: AddMemberInput) => {
  const authIdentityId = registerLoginStep(
    transform({ input }, ({ input: { email, password } }) => ({ email, password })),
  );
  const member_id = addMemberStep(
    transform({ input, authIdentityId }, (data) => ({
      cooperative_id: data.input.cooperative_id,
      auth_identity_id: data.authIdentityId,
      email: data.input.email,
      name: data.input.name,
      role: data.input.role,
    })),
  );
  setAuthAppMetadataStep({ authIdentityId, actorType: "cooperative", value: member_id });
  return new WorkflowResponse(member_id);
});
