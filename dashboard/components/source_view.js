// data: { blocks: [{runs: [{text, mark, open}]} | {rows: [[{text, row_span, col_span, mark, hint, open}]]} | {gap}], height }
// mark: "focus" | "row" | "figure" | null; open: the key that is given to the page on a click, or null; height: in pixels, or null
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  root.replaceChildren(...data.blocks.map(rendered));
  root.tabIndex = 0;
  if (data.height) root.style.setProperty("--height", `${data.height}px`);
  const focus = root.querySelector(".focus") ?? root.querySelector(".row");
  if (focus) {
    const place = focus.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom)
      root.scrollTop += place.top - frame.top - Math.max(0, root.clientHeight - place.height) / 2;
    root.scrollLeft += Math.max(0, place.right - frame.right + 16);
  }

  function rendered(block) {
    if (block.gap) return element("p", block.gap, "gap");
    if (block.runs) {
      const paragraph = document.createElement("p");
      for (const run of block.runs) paragraph.append(run.mark ? opening(element("mark", run.text, run.mark), run) : run.text);
      return paragraph;
    }
    const table = document.createElement("table");
    for (const row of block.rows) {
      const tr = table.insertRow();
      for (const cell of row) {
        const td = element("td", "", cell.mark);
        td.append(cell.open ? opening(element("span", cell.text), cell) : cell.text);
        td.rowSpan = cell.row_span;
        td.colSpan = cell.col_span;
        if (cell.hint) td.title = cell.hint;
        tr.append(td);
      }
    }
    return table;
  }

  function opening(node, { open }) {
    if (!open) return node;
    node.role = "button";
    node.tabIndex = 0;
    node.dataset.open = open;
    node.onclick = () => setTriggerValue("open", open);
    node.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        setTriggerValue("open", open);
      }
    };
    return node;
  }

  function element(name, text, className) {
    const node = document.createElement(name);
    node.textContent = text;
    if (className) node.className = className;
    return node;
  }
}
