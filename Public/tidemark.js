// Adds to what works without it: rows by keyboard (j, k, Enter), "/" to the filter, answers by their letters, and short addresses for filters.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("table.trends tbody tr, table.jobs tbody tr")];
  let current = -1;

  const move = (step) => {
    if (rows.length === 0) return;
    if (current >= 0) rows[current].removeAttribute("aria-current");
    current = Math.min(Math.max(current + step, 0), rows.length - 1);
    rows[current].setAttribute("aria-current", "true");
    const link = rows[current].querySelector("a");
    if (link) link.focus({ preventScroll: true });
    rows[current].scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof Element && target.closest("input, select, textarea")) return;
    const answer = [...document.querySelectorAll("button[data-key]")].find((button) => button.dataset.key === event.key);
    if (answer && !event.repeat) answer.click();
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/") {
      const field = document.querySelector("form.filter select");
      if (!field) return;
      field.focus();
    } else return;
    event.preventDefault();
  });

  const filter = document.querySelector("form.filter");
  if (filter instanceof HTMLFormElement) {
    // Empty fields say nothing, so they stay out of the address.
    filter.addEventListener("submit", () => {
      for (const field of filter.elements) {
        const isDefault = field.name === "min_sources" && field.value === "1";
        if ("name" in field && (field.value === "" || isDefault)) field.disabled = true;
      }
    });
    window.addEventListener("pageshow", () => {
      for (const field of filter.elements) field.disabled = false;
    });
  }
})();
