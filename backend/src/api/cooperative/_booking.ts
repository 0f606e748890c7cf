/** Lines that one request posts at most; the rest is asked for again, or swept. */
export const LINES_AT_ONCE = 300;
