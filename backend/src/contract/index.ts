/** The shared room: everything that the backend and both fronts agree on. Imports zod only. */
export * from "./address";
export * from "./checkout";
export * from "./common";
export * from "./cooperative";
export * from "./errors";
export * from "./goods";
export * from "./income";
export * from "./linkage";
export * from "./money";
export * from "./official";
export * from "./roles";
export * from "./routes";
export * from "./selling";
export * from "./split";
export * from "./words";
export * from "./work-unit";
