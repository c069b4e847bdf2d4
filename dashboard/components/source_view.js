// data: { blocks: [{runs: [{text, mark}]} | {rows: [[{text, row_span, col_span, mark, hint}]]} | {gap}] }, mark: "focus" | "row" | null
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(...data.blocks.map(rendered));
  const focus = root.querySelector(".focus") ?? root.querySelector(".row");
  if (focus) {
    const place = focus.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    root.scrollTop += place.top - frame.top - root.clientHeight / 2;
    root.scrollLeft += Math.max(0, place.right - frame.right + 16);
  }

  function rendered(block) {
    if (block.gap) return element("p", block.gap, "gap");
    if (block.runs) {
      const paragraph = document.createElement("p");
      for (const run of block.runs) paragraph.append(run.mark ? element("mark", run.text, run.mark) : run.text);
      return paragraph;
    }
    const table = document.createElement("table");
    for (const row of block.rows) {
      const tr = table.insertRow();
      for (const cell of row) {
        const td = element("td", cell.text, cell.mark);
        td.rowSpan = cell.row_span;
        td.colSpan = cell.col_span;
        if (cell.hint) td.title = cell.hint;
        tr.append(td);
      }
    }
    return table;
  }

  function element(name, text, className) {
    const node = document.createElement(name);
    node.textContent = text;
    if (className) node.className = className;
    return node;
  }
}
