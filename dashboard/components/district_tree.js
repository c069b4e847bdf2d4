// data: { nodes: [{code, name, parent, note}], chosen: [code], search, nothing }, parents before their children
// sends: the chosen codes parted by blanks; a node stands for all below it
const ALL_OPEN = 25;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const nodes = new Map(data.nodes.map((node) => [node.code, { ...node, children: [] }]));
  for (const node of nodes.values()) nodes.get(node.parent)?.children.push(node);
  const chosen = new Set(data.chosen);
  const open = (root.opened ??= new Set());
  for (const code of chosen) for (let node = above(nodes.get(code)); node; node = above(node)) open.add(node.code);
  if (open.size === 0) for (const node of nodes.size <= ALL_OPEN ? nodes.values() : onlyTop()) open.add(node.code);

  const search = Object.assign(document.createElement("input"), {
    type: "search", placeholder: data.search, ariaLabel: data.search, value: root.sought ?? "",
  });
  const list = document.createElement("div");
  search.oninput = () => { root.sought = search.value; draw(); };
  root.replaceChildren(search, list);
  draw();

  function draw() {
    const sought = search.value.trim();
    const shown = (node) => !sought || node.name.includes(sought) || node.children.some(shown);
    const tree = branch(tops().filter(shown), shown, Boolean(sought));
    list.replaceChildren(tree.children.length ? tree : Object.assign(document.createElement("p"), { textContent: data.nothing }));
  }

  function branch(members, shown, unfolded) {
    const ul = document.createElement("ul");
    ul.append(...members.map((node) => item(node, shown, unfolded)));
    return ul;
  }

  function item(node, shown, unfolded) {
    const li = document.createElement("li");
    const row = document.createElement("div");
    const children = node.children.filter(shown);
    const isOpen = unfolded || open.has(node.code);
    if (children.length) {
      const fold = Object.assign(document.createElement("button"), { type: "button", textContent: isOpen ? "▾" : "▸" });
      fold.ariaExpanded = String(isOpen);
      fold.ariaLabel = node.name;
      fold.onclick = () => { open.delete(node.code) || open.add(node.code); draw(); };
      row.append(fold);
    }
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value: node.code });
    box.disabled = Boolean(chosenAbove(node));
    box.checked = chosen.has(node.code) || box.disabled;
    box.indeterminate = !box.checked && chosenBelow(node);
    box.onchange = () => choose(node, box.checked);
    label.append(box, node.name);
    if (node.note) label.append(Object.assign(document.createElement("span"), { textContent: node.note }));
    row.append(label);
    li.append(row);
    if (isOpen && children.length) li.append(branch(children, shown, unfolded));
    return li;
  }

  function choose(node, wanted) {
    chosen.delete(node.code);
    if (wanted) {
      leave(node);
      chosen.add(node.code);
    }
    draw();
    setTriggerValue("choose", [...chosen].join(" ") || " ");
  }

  function leave(node) {
    for (const child of node.children) {
      chosen.delete(child.code);
      leave(child);
    }
  }

  function onlyTop() { return tops().length === 1 ? tops() : []; }
  function tops() { return [...nodes.values()].filter((node) => !nodes.has(node.parent)); }
  function above(node) { return node && nodes.get(node.parent); }
  function chosenAbove(node) { const parent = above(node); return parent && (chosen.has(parent.code) || chosenAbove(parent)); }
  function chosenBelow(node) { return node.children.some((child) => chosen.has(child.code) || chosenBelow(child)); }
}
