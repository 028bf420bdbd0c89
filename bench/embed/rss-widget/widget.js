// An RSS widget as sites write one: rss-parser reads the feed in the browser, and a few lines make a list of it.
import Parser from "rss-parser/dist/rss-parser.min.js";

for (const place of document.querySelectorAll("[data-feed]")) {
  const text = await (await fetch(place.dataset.feed)).text();
  const { title, items } = await new Parser().parseString(text);
  const heading = document.createElement("h3");
  heading.textContent = title;
  const list = document.createElement("ul");
  for (const item of items.slice(0, Number(place.dataset.limit))) {
    const link = Object.assign(document.createElement("a"), { href: item.link, textContent: item.title });
    const row = document.createElement("li");
    row.append(link, " ", item.isoDate.slice(0, 10));
    list.append(row);
  }
  place.replaceChildren(heading, list);
}
