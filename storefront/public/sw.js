// Shows a page of the shop when there is no network. It keeps nothing else: prices and stock are
// always asked afresh.
const CACHE = "yigou-offline-1";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.add(new Request("/offline", { cache: "reload" }))),
  );
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(
    fetch(event.request).catch(async () => (await caches.match("/offline")) ?? Response.error()),
  );
});
