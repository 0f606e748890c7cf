/** The shape of the Chinese words with any text in it: what another language has to say. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
