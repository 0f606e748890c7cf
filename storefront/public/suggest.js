// Suggestions under the search field while somebody types. Without this file the field is a plain form.
{
  const WAIT_MS = 120;
  let timer = 0;
  let asked = "";

  /** The field that an event is about, and the box under it. */
  const partsOf = (target) => {
    const form = target instanceof Element ? target.closest("form[data-suggest]") : null;
    const field = form?.querySelector("input[name=q]");
    const box = form?.querySelector("[data-suggestions]");
    return field && box ? { form, field, box } : null;
  };

  const close = ({ box }) => box.replaceChildren();

  const show = ({ form, box }, suggestions) => {
    const list = document.createElement("ul");
    list.setAttribute("aria-label", box.dataset.label);
    for (const { text, goods } of suggestions) {
      const link = document.createElement("a");
      link.href = `${form.action}?${new URLSearchParams({ q: text })}`;
      const count = document.createElement("span");
      count.textContent = goods;
      link.append(text, count);
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    box.replaceChildren(...(suggestions.length > 0 ? [list] : []));
  };

  document.addEventListener("input", ({ target }) => {
    const parts = partsOf(target);
    if (!parts || target !== parts.field) return;
    clearTimeout(timer);
    const typed = parts.field.value.trim();
    asked = typed;
    if (!typed) return close(parts);
    timer = setTimeout(async () => {
      try {
        const answer = await fetch(
          `${parts.form.dataset.suggest}?${new URLSearchParams({ q: typed })}`,
        );
        const { suggestions } = await answer.json();
        // An answer that comes late is about what is typed no more.
        if (asked === typed) show(parts, suggestions);
      } catch {
        close(parts);
      }
    }, WAIT_MS);
  });

  document.addEventListener("keydown", (event) => {
    const parts = partsOf(event.target);
    if (!parts) return;
    if (event.key === "Escape") {
      asked = "";
      close(parts);
      parts.field.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [parts.field, ...parts.box.querySelectorAll("a")];
    if (!step || stops.length < 2) return;
    event.preventDefault();
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
  });

  const leave = ({ target }) => {
    for (const box of document.querySelectorAll("[data-suggestions]")) {
      if (!box.parentElement.contains(target)) box.replaceChildren();
    }
  };
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);
  document.addEventListener("submit", () => leave({ target: null }));
}
