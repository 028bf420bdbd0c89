// The app in the frame: React asks for the data and shows it, and tells the page around how high it is.
import { useEffect, useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const asked = new URLSearchParams(location.search);

function Post({ title, url, date_published: date, authors }) {
  return (
    <li>
      <a href={url} target="_blank" rel="noopener">{title}</a>
      <p><time dateTime={date}>{date.slice(0, 10)}</time> {authors[0].name}</p>
    </li>
  );
}

function Embed() {
  const [feed, setFeed] = useState();
  useEffect(() => {
    fetch(asked.get("feed")).then((answer) => answer.json()).then(setFeed);
  }, []);
  useLayoutEffect(() => {
    if (feed) parent.postMessage({ type: "setHeight", id: location.hash.slice(1), height: document.documentElement.scrollHeight }, "*");
  }, [feed]);
  if (!feed) return <p>…</p>;
  return (
    <main>
      <h1>{feed.title}</h1>
      <ul>{feed.items.slice(0, Number(asked.get("limit"))).map((item) => <Post key={item.id} {...item} />)}</ul>
    </main>
  );
}

createRoot(document.getElementById("app")).render(<Embed />);
