import { articlePath, zonePath } from "shared/navigation.js";
import { kindName } from "shared/wording.js";
import { Link } from "react-router";

import { Picture } from "./Picture.jsx";

function DateAndSource({ item }) {
  return (
    <>
      <time dateTime={item.published}>{item.published}</time>
      <span className="item-source">{item.source}</span>
    </>
  );
}

function ZoneLink({ zone }) {
  return <Link className="item-zone" to={zonePath(zone.id)}>{zone.short}</Link>;
}

export function ItemList({ items, withZone }) {
  return (
    <ul className="items">
      {items.map((item) => (
        <li className="item" key={item.id}>
          <div className="item-text">
            <h3><Link to={articlePath(item.id)}>{item.title}</Link></h3>
            <p className="item-summary">{item.summary}</p>
            <p className="item-meta">
              <DateAndSource item={item} />
              {withZone && <ZoneLink zone={item.zone} />}
              {item.kind !== "text" && <span className="badge">{kindName[item.kind]}</span>}
            </p>
          </div>
          {item.picture && (
            <span className="item-picture" aria-hidden="true"><Picture picture={item.picture} sizes="8rem" /></span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function PhotoCards({ items, withMeta }) {
  return (
    <ul className="cards">
      {items.map((item) => (
        <li className="card" key={item.id}>
          <Link to={articlePath(item.id)}>
            {item.picture && (
              <span className="card-picture" aria-hidden="true">
                <Picture picture={item.picture} sizes="(min-width: 48rem) 18rem, 90vw" />
              </span>
            )}
            <span className="card-title">{item.title}</span>
          </Link>
          {withMeta && <p className="item-meta"><DateAndSource item={item} /><ZoneLink zone={item.zone} /></p>}
        </li>
      ))}
    </ul>
  );
}
