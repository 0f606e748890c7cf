/** How a link within text looks: underlined, so that it is not told by its colour alone. */
export const LINK = "text-ui-fg-base underline underline-offset-2 hover:text-ui-fg-subtle";
