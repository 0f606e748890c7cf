/** Medusa's loaders look for the project in the working directory. */
import { join } from "node:path";
import { ROOT } from "../../backend/local/home";

process.chdir(join(ROOT, "backend"));
process.env["DB_HOST"] = "localhost";
process.env["MEDUSA_DISABLE_TELEMETRY"] = "1";
