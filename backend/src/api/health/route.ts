/** Alive: the process answers. */
import { door } from "../_door";

export const GET = door("GET /health", async () => ({ ok: true }));
