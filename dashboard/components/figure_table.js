// data: { columns: [{label, align}], rows: [{strong, cells: [cell | null]}], height }
// cell: { text, runs, open, link, depth, rows, sub, title, tone, chip, bar }; null: covered by the cell above (rows > 1)
// runs: [[text, whether it is marked]], in place of text
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  root.style.setProperty("--height", data.height ? `${data.height}px` : "none");
  const table = document.createElement("table");

  const head = table.createTHead().insertRow();
  for (const column of data.columns) {
    const th = document.createElement("th");
    th.scope = "col";
    th.textContent = column.label;
    th.className = column.align;
    if (column.width) th.style.width = column.width;
    head.append(th);
  }

  const body = table.createTBody();
  for (const row of data.rows) {
    const tr = body.insertRow();
    if (row.strong) tr.className = "strong";
    row.cells.forEach((cell, index) => {
      if (cell !== null) tr.append(rendered(cell, data.columns[index]));
    });
  }
  root.replaceChildren(table);
  const scrolls = root.scrollHeight > root.clientHeight;
  root.classList.toggle("scrolls", scrolls);
  root.tabIndex = scrolls ? 0 : -1;

  function rendered(cell, column) {
    const td = document.createElement("td");
    td.className = column.align;
    if (cell.rows > 1) td.rowSpan = cell.rows;
    if (cell.rows) td.classList.add("group");
    if (cell.depth) td.style.paddingInlineStart = `${0.55 + 1.2 * cell.depth}rem`;
    if (cell.bar !== undefined) {
      const bar = document.createElement("div");
      bar.className = "bar";
      bar.append(document.createElement("div"));
      bar.firstChild.style.width = `${100 * cell.bar}%`;
      bar.role = "img";
      bar.ariaLabel = cell.text;
      td.append(bar);
      return td;
    }
    const node = document.createElement(cell.open ? "button" : "span");
    if (cell.runs) node.append(...cell.runs.map(run));
    else node.textContent = cell.text;
    if (cell.tone) node.classList.add(cell.tone);
    if (cell.chip) node.classList.add("chip", cell.chip);
    if (cell.title) node.title = cell.title;
    if (cell.link) node.classList.add("link");
    if (cell.open) {
      node.dataset.open = cell.open;
      node.onclick = () => setTriggerValue("open", cell.open);
    }
    td.append(node);
    if (cell.sub) {
      const sub = document.createElement("span");
      sub.className = "sub";
      sub.textContent = cell.sub;
      td.append(sub);
    }
    return td;
  }

  function run([text, isMarked]) {
    if (!isMarked) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  }
}
