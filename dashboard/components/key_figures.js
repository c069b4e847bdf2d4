// data: { tiles: [{label, value, note, change, title, tone, open}] }
export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.querySelector(".root").replaceChildren(...data.tiles.map(rendered));

  function rendered(tile) {
    const node = document.createElement("div");
    node.className = "tile";
    if (tile.title) node.title = tile.title;
    const value = element(tile.open ? "button" : "div", tile.value, "value");
    value.style.setProperty("--length", tile.value.length);
    if (tile.tone) value.classList.add(tile.tone);
    if (tile.open) {
      value.dataset.open = tile.open;
      value.onclick = () => setTriggerValue("open", tile.open);
    }
    node.append(element("div", tile.label, "label"), value);
    for (const line of [tile.note, tile.change]) if (line) node.append(element("div", line, "note"));
    return node;
  }

  function element(name, text, className) {
    const node = document.createElement(name);
    node.textContent = text;
    node.className = className;
    return node;
  }
}
