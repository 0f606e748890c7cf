import { LoginForm } from "../features/login/login-form";
import { Gate } from "../ui/gate";

/** Log in as an official or a cooperative. */
export function Component() {
  return (
    <Gate>
      <LoginForm />
    </Gate>
  );
}
