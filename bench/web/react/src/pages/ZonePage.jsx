import { pagerPaths, regionPath, zonePath } from "shared/navigation.js";
import { facts, KINDS, keep, kindName, levelName, pageName, sources, typeName, UNKNOWN } from "shared/wording.js";
import { Link, useLoaderData } from "react-router";

import { ItemList, PhotoCards } from "../components/Items.jsx";
import { Page } from "../components/Page.jsx";

export function ZonePage() {
  const view = useLoaderData();
  const list = view.list;
  const { zone, kind } = list.subject.zone;
  return (
    <Page view={view}>
      <ZoneHead zone={zone} />
      <Keep />
      <section className="list" aria-labelledby="list-heading">
        <div className="section-head">
          <h2 id="list-heading" tabIndex={-1}>
            {kind ? kindName[kind] : "新闻"}
            {list.number && <span className="page-number">{pageName(list.number)}</span>}
          </h2>
          <nav aria-label="新闻类型">
            <ul className="kinds">
              {[null, ...KINDS].map((tab) => (
                <li key={tab}>
                  <Link to={zonePath(zone.id, tab)} aria-current={tab === kind ? "page" : undefined}>
                    {tab ? kindName[tab] : "全部"}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <Items list={list} />
        <Pager list={list} />
      </section>
    </Page>
  );
}

function Keep() {
  return (
    <div className="keep" data-idle="">
      <button className="button button-quiet" type="button">{keep.button}</button>
      <Link to={keep.path} hidden>{keep.link}</Link>
      <p className="outcome" role="status" />
    </div>
  );
}

function Items({ list }) {
  const { zone, kind } = list.subject.zone;
  if (list.items.length === 0) {
    return <p className="empty">这里暂时还没有新闻。<Link to={zonePath(zone.id)}>看这家的全部新闻</Link></p>;
  }
  return kind === "photo" ? <PhotoCards items={list.items} withMeta /> : <ItemList items={list.items} />;
}

function Pager({ list }) {
  const { newer, older } = pagerPaths(list);
  if (!newer && !older) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {newer && <Link className="pager-newer" rel="prev" to={newer}>较新的新闻</Link>}
      {older && <Link className="pager-older" rel="next" to={older}>较早的新闻</Link>}
    </nav>
  );
}

function ZoneHead({ zone }) {
  const places = zone.city.code === zone.province.code ? [zone.province] : [zone.province, zone.city];
  return (
    <header className="page-head zone-head">
      <h1 tabIndex={-1}>{zone.name.value}</h1>
      <p className="zone-en" lang="en">{zone.name_en}</p>
      {zone.aliases.length > 0 && <p className="aliases">又称：<span>{zone.aliases.join("、")}</span></p>}
      <dl className="facts">
        <div><dt>类型</dt><dd>{zone.types.map((type) => typeName[type]).join("、")}</dd></div>
        <div><dt>级别</dt><dd>{levelName[zone.level]}</dd></div>
        <div>
          <dt>所在地</dt>
          <dd>{places.map((place) => <span key={place.code}><Link to={regionPath(place.code)}>{place.name}</Link> </span>)}</dd>
        </div>
        {facts(zone).map(([label, text]) => (
          <div key={label}><dt>{label}</dt><dd className={text ? undefined : "unknown"}>{text ?? UNKNOWN}</dd></div>
        ))}
      </dl>
      <details className="sources">
        <summary>资料出处</summary>
        <dl>
          {sources(zone).map(([label, list]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <ul>
                  {list.map((source) => (
                    <li key={source.label}>{source.url ? <a href={source.url} rel="noopener">{source.label}</a> : source.label}</li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </header>
  );
}
