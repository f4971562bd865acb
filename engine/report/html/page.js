// Extras: the page is whole without them. Opens what an address points to; sorts and filters tables and findings.
"use strict";
(() => {
  const make = (name, props, ...children) => {
    const node = Object.assign(document.createElement(name), props);
    node.append(...children);
    return node;
  };

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details")) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  // A number where the cell holds one ("1,767 USD", "37 to 52"), else its text.
  const keyOf = (cell) => {
    const text = (cell.dataset.key ?? cell.textContent).trim();
    const number = parseFloat(text.replaceAll(",", ""));
    return Number.isNaN(number) || !/^[-+]?[0-9]/.test(text) ? text.toLowerCase() : number;
  };
  const compare = (a, b) => {
    if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
    return typeof a === "number" ? -1 : 1;
  };

  const makeSortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].map((row) => [keyOf(row.cells[column]), row]);
        rows.sort((a, b) => (up ? compare(a[0], b[0]) : compare(b[0], a[0])));
        table.tBodies[0].append(...rows.map((pair) => pair[1]));
      });
    });
  };

  // A field above 'place' that hides what does not hold its words.
  const makeFilter = (place, label, items) => {
    const count = make("output", {});
    const field = make("input", { type: "search" });
    const show = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const item of items) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        shown += !item.hidden;
      }
      count.textContent = words.length ? `${shown} of ${items.length}` : "";
    };
    field.addEventListener("input", show);
    place.before(make("div", { className: "tools" }, make("label", {}, `${label} `, field), count));
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    makeSortable(table);
    makeFilter(table, table.dataset.filter ?? "Show only rows with", [...table.tBodies[0].rows]);
  }
  for (const list of document.querySelectorAll(".findings"))
    makeFilter(list, "Show only findings with", [...list.querySelectorAll("details")]);
  for (const list of document.querySelectorAll(".rules"))
    makeFilter(list, "Show only rules with", [...list.querySelectorAll("details")]);

  const opened = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details.short:not([open])")) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened.splice(0)) details.open = false;
  });

  for (const data of document.querySelectorAll("script[type='application/json']")) {
    const csv = data.textContent.startsWith('"'); // a table, as one string
    const button = make("button", { type: "button" }, csv ? "Save the table as CSV" : "Save the result as JSON");
    button.addEventListener("click", () => {
      const text = csv ? JSON.parse(data.textContent) : data.textContent;
      const url = URL.createObjectURL(new Blob([text], { type: csv ? "text/csv" : "application/json" }));
      make("a", { href: url, download: csv ? "plumbline.csv" : "plumbline.json" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
    data.after(make("p", { className: "tools" }, button));
  }
})();
