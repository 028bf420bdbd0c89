import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { dataFile, newsPath } from "shared/navigation.js";
import { figures, KINDS, kindName } from "shared/wording.js";

import { ItemList, PhotoCards } from "../components/Items.jsx";
import { Page } from "../components/Page.jsx";
import { ProvinceMap } from "../components/ProvinceMap.jsx";
import { getView } from "../data.js";
import { useSite } from "../site.js";

export function HomePage() {
  const view = createAsync(() => getView(dataFile("/")));
  return <Show when={view()?.home}>{(home) => <Page view={view()}><Home home={home()} /></Page>}</Show>;
}

function Home(props) {
  const site = useSite();
  return (
    <>
      <div class="hero">
        <div class="hero-text">
          <h1 tabindex="-1">{site.name}</h1>
          <p class="hero-lead">全国开发区的新闻与名录：按省份看分布，按开发区读消息。</p>
          <dl class="figures">
            <For each={figures(props.home.provinces)}>{([label, sum]) => <div><dt>{label}</dt><dd>{sum}</dd></div>}</For>
          </dl>
          <p class="hero-actions">
            <a class="button" href="/zones/">查开发区名录</a>
            <a class="button button-quiet" href={newsPath()}>看全部新闻</a>
          </p>
        </div>
        <section class="hero-map" aria-labelledby="map-heading">
          <h2 id="map-heading">各省份的开发区</h2>
          <ProvinceMap provinces={props.home.provinces} />
          <p class="map-note">
            示意排列，不表示疆界。数字为在册的国家级与省级开发区合计；兼有两类的一家在两类中各计一次。“–”为名录中暂无。
          </p>
        </section>
      </div>
      <div class="home-news">
        <section class="home-latest" aria-labelledby="latest-heading">
          <div class="section-head">
            <h2 id="latest-heading">最新新闻</h2>
            <nav aria-label="新闻类型">
              <ul class="kinds">
                <For each={KINDS}>{(kind) => <li><a href={newsPath(kind)}>{kindName[kind]}</a></li>}</For>
              </ul>
            </nav>
          </div>
          <ItemList items={props.home.latest} withZone />
          <p class="more"><a href={newsPath()}>全部开发区新闻</a></p>
        </section>
        <Show when={props.home.photos.length > 0}>
          <section class="home-photos" aria-labelledby="photos-heading">
            <h2 id="photos-heading">{kindName.photo}</h2>
            <PhotoCards items={props.home.photos} />
          </section>
        </Show>
      </div>
    </>
  );
}
