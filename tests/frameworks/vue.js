// The page of `react.jsx` in Vue.
import { createApp, h, ref } from "vue";

const zone = ref("huaian-htz");
const limit = ref(2);
const loads = ref(0);
const order = ref(["huaian-htz", "suzhougongyeyuan-etdz"]);
const isThere = ref(true);

const button = (id, onClick) => h("button", { id, onClick }, id);

createApp({
  render: () => [
    button("other", () => (zone.value = "suzhougongyeyuan-etdz")),
    button("fewer", () => (limit.value = 1)),
    button("order", () => (order.value = order.value.toReversed())),
    button("leave", () => (isThere.value = false)),
    h("output", { id: "loads" }, `${loads.value}`),
    isThere.value
      ? h("investchn-zone", { zone: zone.value, limit: limit.value, onInvestchnLoad: () => (loads.value += 1) }, [h("a", { href: "#news" }, "示例")])
      : null,
    h("ul", order.value.map((id) => h("li", { key: id, id }, [h("investchn-zone", { zone: id, view: "ticker" })]))),
  ],
}).mount("#page");
