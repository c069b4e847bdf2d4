// data: { label }
export default function ({ data, parentElement }) {
  const button = document.createElement("button");
  button.textContent = data.label;
  button.onclick = () => window.print();
  parentElement.querySelector(".root").replaceChildren(button);
}
