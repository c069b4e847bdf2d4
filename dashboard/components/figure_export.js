// data: { chart, name, formats: [format] }: buttons that save the Plotly chart in the element of the key `chart`
export default function ({ data, parentElement }) {
  parentElement.querySelector(".root").replaceChildren(...data.formats.map(button));

  function button(format) {
    const node = Object.assign(document.createElement("button"), { type: "button", textContent: format.toUpperCase() });
    node.onclick = () => {
      const chart = document.querySelector(`.st-key-${CSS.escape(data.chart)} .js-plotly-plot`);
      chart._context.toImageButtonOptions = { format, filename: data.name, scale: format === "png" ? 2 : 1 };
      chart.querySelector(".modebar-btn").click();
    };
    return node;
  }
}
