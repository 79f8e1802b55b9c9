// SPDX-License-Identifier: Apache-2.0

extension Markup.Script {
    /// Sorts and filters the table of a list of reports; a test holds the digest against the text.
    static let index = Markup.Script(
        """

        "use strict";
        const body = document.querySelector("tbody");
        const rows = Array.from(body.rows);
        const show = document.getElementById("show");
        const find = document.getElementById("find");
        const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
        function filter() {
          const words = find.value.trim().toLowerCase();
          let shown = 0;
          for (const row of rows) {
            const flags = row.dataset.flags.split(" ");
            row.hidden = !((show.value === "" || flags.includes(show.value))
              && row.textContent.toLowerCase().includes(words));
            shown += row.hidden ? 0 : 1;
          }
          document.getElementById("count").textContent = shown + " / " + rows.length;
        }
        function sort(head) {
          const isUp = head.getAttribute("aria-sort") !== "ascending";
          for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
          const key = (row) => {
            const cell = row.cells[head.cellIndex];
            return head.dataset.sort === "number" ? Number(cell.dataset.value) : cell.textContent;
          };
          const order = head.dataset.sort === "number" ? (a, b) => a - b : compare;
          rows.sort((a, b) => (isUp ? 1 : -1) * order(key(a), key(b)));
          body.append(...rows);
        }
        for (const head of document.querySelectorAll("thead th")) {
          const button = document.createElement("button");
          button.type = "button";
          button.append(...head.childNodes);
          button.addEventListener("click", () => sort(head));
          head.append(button);
        }
        show.addEventListener("change", filter);
        find.addEventListener("input", filter);
        document.getElementById("tools").hidden = false;
        filter();

        """, digest: "shBik1Ngi1kQMsYgmh4IcmkK91k7FppRei3Jx4mKUhg=")
}
