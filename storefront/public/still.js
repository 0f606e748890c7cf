// What a page does without React: a bar while the next page comes, notices that pass, forms that send
// themselves, and the page for no network. Everything works without it.
const root = document.documentElement;
const NOTICE_STAYS_MS = 6_000;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (event.target.closest?.("[data-passing] button")) {
    event.target.closest("[data-passing]").hidden = true;
  } else if (link && !event.defaultPrevented && leaves(link, event)) {
    root.dataset.going = "";
  }
});

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) root.dataset.going = "";
});

// A page that comes back from the browser's own memory is no longer on its way.
addEventListener("pageshow", () => {
  delete root.dataset.going;
});

// A field whose form is sent when it is left with another value.
document.addEventListener("focusout", ({ target }) => {
  if (target.matches?.("[data-send-itself]") && target.value !== target.defaultValue) {
    target.form?.requestSubmit();
  }
});

setTimeout(() => {
  for (const notice of document.querySelectorAll("[data-passing]")) notice.hidden = true;
}, NOTICE_STAYS_MS);

if ("serviceWorker" in navigator && location.protocol !== "file:") {
  void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}

function leaves(link, event) {
  const url = new URL(link.href);
  const same = url.pathname === location.pathname && url.search === location.search;
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
  return plain && url.origin === location.origin && !same && !link.target && !link.download;
}
