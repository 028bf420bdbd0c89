// A React page with the element: attributes, properties, events, a list that is reordered, and removal.
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [zone, setZone] = useState("huaian-htz");
  const [limit, setLimit] = useState(2);
  const [loads, setLoads] = useState(0);
  const [order, setOrder] = useState(["huaian-htz", "suzhougongyeyuan-etdz"]);
  const [isThere, setIsThere] = useState(true);
  return (
    <>
      <button id="other" onClick={() => setZone("suzhougongyeyuan-etdz")}>other</button>
      <button id="fewer" onClick={() => setLimit(1)}>fewer</button>
      <button id="order" onClick={() => setOrder(order.toReversed())}>order</button>
      <button id="leave" onClick={() => setIsThere(false)}>leave</button>
      <output id="loads">{loads}</output>
      {isThere && (
        <investchn-zone zone={zone} limit={limit} oninvestchn-load={() => setLoads((before) => before + 1)}>
          <a href="#news">示例</a>
        </investchn-zone>
      )}
      <ul>
        {order.map((id) => (
          <li key={id} id={id}>
            <investchn-zone zone={id} view="ticker" />
          </li>
        ))}
      </ul>
    </>
  );
}

createRoot(document.getElementById("page")).render(<Page />);
