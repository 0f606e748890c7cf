/** Routes of statements: as figures, as Excel, as PDF. */
import { cadre, idParams, operator, seller, type Route } from "./route";
import * as statement from "./statement";

const asked = {
  query: statement.statementPageQuerySchema,
  reply: statement.statementPageSchema,
} as const;

/** Routes of statements: as figures, as Excel, as PDF. */
export const statementRoutes = {
  "GET /official/statements/household/:id": { ...cadre, params: idParams, ...asked },
  "GET /official/statements/cooperative/:id": { ...cadre, params: idParams, ...asked },
  "GET /official/statements/order/:id": { ...cadre, params: idParams, ...asked },
  "GET /cooperative/statement": { ...seller, ...asked },
  "GET /cooperative/statements/order/:id": { ...seller, params: idParams, ...asked },
  "GET /admin/statements/cooperative/:id": { ...operator, params: idParams, ...asked },
  "GET /admin/statements/order/:id": { ...operator, params: idParams, ...asked },
  "GET /admin/statements/party/:id": { ...operator, params: statement.partyParams, ...asked },
} as const satisfies Record<string, Route>;
