// Keeps the last pages that were read, so that they can be read without a network. The network always
// comes first: prices, stock and what a household allows are asked afresh whenever there is one. Pages of
// a buyer's own, and pages that the server says nobody may keep, are never kept.
const PAGES = "yigou-pages-2";
const PARTS = "yigou-parts-2";
const MOST_PAGES = 30;
const MOST_PARTS = 120;
const OFFLINE = "/offline";
// Nothing that names a household by its own consent: a copy here could not be taken back.
const KEPT =
  /^\/(?:$|(?:goods|clearance|cooperatives|enterprises|stories|totals|ledger|open-data)(?:\/|$))/;
const PART = /^\/(?:assets\/|static\/|still\.js$|icon)/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(
    caches.open(PAGES).then((cache) => cache.add(new Request(OFFLINE, { cache: "reload" }))),
  );
});

self.addEventListener("activate", (event) => {
  const drop = (names) => names.filter((name) => name !== PAGES && name !== PARTS);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(drop(names).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (PART.test(url.pathname)) event.respondWith(part(request, url));
});

async function page(request, url) {
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    const may = !/no-store/.test(answer.headers.get("cache-control") ?? "");
    if (answer.ok && !answer.redirected && may && KEPT.test(url.pathname)) {
      await keep(cache, request.url, answer.clone(), MOST_PAGES);
    } else if (!answer.ok && answer.status < 500) {
      await cache.delete(request.url);
    }
    return answer;
  } catch {
    const kept = await cache.match(request.url);
    return kept ? marked(kept) : ((await cache.match(OFFLINE)) ?? Response.error());
  }
}

/** Built files never change under their name; pictures are asked for, and kept for when nobody answers. */
async function part(request, url) {
  const cache = await caches.open(PARTS);
  const kept = await cache.match(request.url);
  if (kept && url.pathname.startsWith("/assets/")) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(cache, request.url, answer.clone(), MOST_PARTS);
    return answer;
  } catch {
    return kept ?? Response.error();
  }
}

/** Puts a copy last in line, and lets the oldest go; the page for no network stays. */
async function keep(cache, address, answer, most) {
  await cache.delete(address);
  await cache.put(address, answer);
  const all = await cache.keys();
  const old = all.filter(({ url }) => new URL(url).pathname !== OFFLINE);
  await Promise.all(old.slice(0, Math.max(0, old.length - most)).map((one) => cache.delete(one)));
}

/** Says on the page that it is a copy, and of when. */
async function marked(kept) {
  const html = await kept.text();
  const at = new Date(kept.headers.get("date") ?? Date.now());
  const english = /<html[^>]*lang="en"/.test(html);
  const when = at.toLocaleString(english ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai" });
  const text = english
    ? `No network: this page was kept ${when}. Prices and stock may have changed.`
    : `没有网络：这是 ${when} 留下的页面，价格和库存以联网后为准。`;
  const style =
    "position:sticky;bottom:0;z-index:30;padding:.75rem 1rem;background:#3b3322;color:#fff;text-align:center";
  const note = `<p role="status" data-kept style="${style}">${text}</p>`;
  const headers = new Headers(kept.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(html.replace("</body>", `${note}</body>`), { headers });
}
