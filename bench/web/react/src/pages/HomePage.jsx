import { newsPath } from "shared/navigation.js";
import { figures, KINDS, kindName } from "shared/wording.js";
import { Link, useLoaderData, useRouteLoaderData } from "react-router";

import { ItemList, PhotoCards } from "../components/Items.jsx";
import { Page } from "../components/Page.jsx";
import { ProvinceMap } from "../components/ProvinceMap.jsx";

export function HomePage() {
  const view = useLoaderData();
  const site = useRouteLoaderData("app");
  const { latest, photos, provinces } = view.home;
  return (
    <Page view={view}>
      <div className="hero">
        <div className="hero-text">
          <h1 tabIndex={-1}>{site.name}</h1>
          <p className="hero-lead">全国开发区的新闻与名录：按省份看分布，按开发区读消息。</p>
          <dl className="figures">
            {figures(provinces).map(([label, sum]) => <div key={label}><dt>{label}</dt><dd>{sum}</dd></div>)}
          </dl>
          <p className="hero-actions">
            <Link className="button" to="/zones/">查开发区名录</Link>
            <Link className="button button-quiet" to={newsPath()}>看全部新闻</Link>
          </p>
        </div>
        <section className="hero-map" aria-labelledby="map-heading">
          <h2 id="map-heading">各省份的开发区</h2>
          <ProvinceMap provinces={provinces} />
          <p className="map-note">
            示意排列，不表示疆界。数字为在册的国家级与省级开发区合计；兼有两类的一家在两类中各计一次。“–”为名录中暂无。
          </p>
        </section>
      </div>
      <div className="home-news">
        <section className="home-latest" aria-labelledby="latest-heading">
          <div className="section-head">
            <h2 id="latest-heading">最新新闻</h2>
            <nav aria-label="新闻类型">
              <ul className="kinds">
                {KINDS.map((kind) => <li key={kind}><Link to={newsPath(kind)}>{kindName[kind]}</Link></li>)}
              </ul>
            </nav>
          </div>
          <ItemList items={latest} withZone />
          <p className="more"><Link to={newsPath()}>全部开发区新闻</Link></p>
        </section>
        {photos.length > 0 && (
          <section className="home-photos" aria-labelledby="photos-heading">
            <h2 id="photos-heading">{kindName.photo}</h2>
            <PhotoCards items={photos} />
          </section>
        )}
      </div>
    </Page>
  );
}
