"use strict";
(() => {
  const language = document.documentElement.lang;

  /* Filters: each control's name is an attribute of the items, and text is looked for in all of an item. */
  for (const form of document.querySelectorAll("form.filters")) {
    const section = form.closest("section");
    const items = [...section.querySelectorAll("[data-item]")];
    const texts = items.map((item) => (item.dataset.text || item.textContent).toLowerCase());
    const output = form.querySelector("output");
    const filter = () => {
      const words = form.elements.text.value.toLowerCase().split(/\s+/);
      let shown = 0;
      items.forEach((item, index) => {
        const fits = [...form.querySelectorAll("select")].every(
          (select) => !select.value || item.dataset[select.name] === select.value,
        );
        item.hidden = !(fits && words.every((word) => texts[index].includes(word)));
        shown += item.hidden ? 0 : 1;
      });
      output.textContent = output.dataset.say.replace("{shown}", shown).replace("{total}", items.length);
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
  }

  /* A link to what a filter hides shows it again, and one to what is folded up opens it. */
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details")) target.open = true;
    const item = target && target.closest("[hidden]");
    if (item) {
      const form = item.closest("section").querySelector("form.filters");
      form.reset();
      form.dispatchEvent(new Event("input"));
      target.scrollIntoView();
    }
  });

  /* Tables: a head is a button; it sorts the rows of each group up, then down, then as printed. */
  for (const table of document.querySelectorAll("table.sortable")) {
    const bodies = [...table.tBodies].map((body) => [body, [...body.rows].filter((row) => !row.matches(".group"))]);
    const heads = [...table.tHead.rows[0].cells];
    const key = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.sort === undefined ? cell.textContent.trim() : cell.dataset.sort;
    };
    const sorted = (rows, column, down) => {
      const keyed = rows.map((row) => [key(row, column), row]);
      const full = keyed.filter(([text]) => text !== "");
      const numeric = full.every(([text]) => Number.isFinite(Number(text)));
      full.sort(([one], [other]) => (numeric ? one - other : one.localeCompare(other, language, { numeric: true })));
      if (down) full.reverse();
      return [...full, ...keyed.filter(([text]) => text === "")].map(([, row]) => row);
    };
    heads.forEach((head, column) => {
      if (head.classList.contains("unsorted")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        for (const [body, rows] of bodies) body.append(...(next ? sorted(rows, column, next === "descending") : rows));
      });
    });
  }
})();
