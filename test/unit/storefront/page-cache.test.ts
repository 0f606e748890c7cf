import { bodyIn, keyOf, pageCache, STILL_HEADER } from "../../../storefront/page-cache.mjs";

const asked = { method: "GET", url: "/goods", headers: { host: "shop" } };

function pageOf(text: string, more: Record<string, string> = {}): Response {
  return new Response(text, {
    headers: { [STILL_HEADER]: "1", "content-type": "text/html", ...more },
  });
}

async function textOf(found: Awaited<ReturnType<ReturnType<typeof pageCache>["get"]>>) {
  return found.page
    ? (await bodyIn(found.page, "identity")).toString()
    : `own ${await found.answer.text()}`;
}

describe("Under which name a page is kept", () => {
  it("is the same for everybody with the same look", () => {
    const key = keyOf(asked);
    expect(key).not.toBeNull();
    expect(keyOf({ ...asked, headers: { host: "shop", cookie: "_other=1" } })).toBe(key);
    expect(keyOf({ ...asked, headers: { host: "shop", cookie: "yigou_look=en" } })).not.toBe(key);
    expect(keyOf({ ...asked, url: "/goods?page=2" })).not.toBe(key);
    expect(keyOf({ ...asked, headers: { host: "elsewhere" } })).not.toBe(key);
  });

  it.each([
    "yigou_session=a",
    "x=1; yigou_cart=b",
    "yigou_notice=c;yigou_look=en",
    // What a guest holds of an order.
    "yigou_look=en; yigou_order_01ABC=d",
    "yigou_paying=e",
  ])("is none for a visitor with %s", (cookie) => {
    expect(keyOf({ ...asked, headers: { host: "shop", cookie } })).toBeNull();
  });

  it("is none for anything but reading", () => {
    expect(keyOf({ ...asked, method: "POST" })).toBeNull();
    expect(keyOf({ ...asked, headers: { host: "shop", authorization: "Bearer x" } })).toBeNull();
  });
});

describe("A kept page", () => {
  it("is rendered once for a hundred who ask at once, and again after half a second", async () => {
    let now = 0;
    let renders = 0;
    const cache = pageCache(() => now);
    const get = () => cache.get("k", () => Promise.resolve(pageOf(`page ${++renders}`)));
    const all = await Promise.all(Array.from({ length: 100 }, get));
    expect(new Set(await Promise.all(all.map(textOf)))).toEqual(new Set(["page 1"]));
    now = 499;
    expect(await textOf(await get())).toBe("page 1");
    now = 500;
    expect(await textOf(await get())).toBe("page 2");
  });

  it("is not kept when it sets a cookie, is not still, or is not a success", async () => {
    const cache = pageCache();
    const answers = [
      () => pageOf("cookie", { "set-cookie": "yigou_notice=; Max-Age=0" }),
      () => new Response("woken", { headers: { "content-type": "text/html" } }),
      () => new Response("gone", { status: 404, headers: { [STILL_HEADER]: "1" } }),
    ];
    for (const answer of answers) {
      const get = () => cache.get("k", () => Promise.resolve(answer()));
      const all = await Promise.all([get(), get(), get()]);
      for (const found of all) expect(await textOf(found)).toMatch(/^own /);
    }
    expect(cache.size()).toBe(0);
  });

  it("that failed fails for who asked, and not for the next", async () => {
    const cache = pageCache();
    await expect(cache.get("k", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await textOf(await cache.get("k", () => Promise.resolve(pageOf("up"))))).toBe("up");
  });

  it("goes when four hundred newer ones are kept", async () => {
    const cache = pageCache(() => 0);
    for (let n = 0; n < 450; n++) await cache.get(String(n), () => Promise.resolve(pageOf("x")));
    expect(cache.size()).toBe(400);
  });
});
