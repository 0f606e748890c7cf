/** Pages that a visit changes, or that are a person's own, are never fetched ahead. */
const own = ["/account*", "/cart*", "/checkout*", "/logout*", "/o/*", "/orders/*", "/preferences*"];

/**
 * The speculation rules of still pages: the page of a link that is about to be followed is fetched ahead
 * (Chromium; other browsers ignore them). The content security policy names this text by its hash.
 */
export const speculation = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          { not: { href_matches: own } },
          { not: { href_matches: ["/static/*", "/*.json", "/*.csv", "/*.pdf", "/*.png"] } },
        ],
      },
      eagerness: "moderate",
    },
  ],
});
