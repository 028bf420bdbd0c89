import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { dataFile, pagerPaths, regionPath, zonePath } from "shared/navigation.js";
import { facts, KINDS, keep, kindName, levelName, pageName, sources, typeName, UNKNOWN } from "shared/wording.js";

import { ItemList, PhotoCards } from "../components/Items.jsx";
import { Page } from "../components/Page.jsx";
import { getView } from "../data.js";

export function ZonePage(props) {
  const path = () => `/zone/${props.params.zone}/${props.params.rest ?? ""}`;
  const view = createAsync(() => getView(dataFile(path())));
  return <Show when={view()?.list}>{(list) => <Page view={view()}><Zone list={list()} /></Page>}</Show>;
}

function Zone(props) {
  const subject = () => props.list.subject.zone;
  return (
    <>
      <ZoneHead zone={subject().zone} />
      <Keep />
      <section class="list" aria-labelledby="list-heading">
        <div class="section-head">
          <h2 id="list-heading" tabindex="-1">
            {subject().kind ? kindName[subject().kind] : "新闻"}
            <Show when={props.list.number}><span class="page-number">{pageName(props.list.number)}</span></Show>
          </h2>
          <nav aria-label="新闻类型">
            <ul class="kinds">
              <For each={[null, ...KINDS]}>
                {(tab) => (
                  <li>
                    <a href={zonePath(subject().zone.id, tab)} aria-current={tab === subject().kind ? "page" : undefined}>
                      {tab ? kindName[tab] : "全部"}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
        </div>
        <Items list={props.list} />
        <Pager list={props.list} />
      </section>
    </>
  );
}

function Keep() {
  return (
    <div class="keep" data-idle="">
      <button class="button button-quiet" type="button">{keep.button}</button>
      <a href={keep.path} hidden>{keep.link}</a>
      <p class="outcome" role="status" />
    </div>
  );
}

function Items(props) {
  const subject = () => props.list.subject.zone;
  const empty = () => (
    <p class="empty">这里暂时还没有新闻。<a href={zonePath(subject().zone.id)}>看这家的全部新闻</a></p>
  );
  return (
    <Show when={props.list.items.length > 0} fallback={empty()}>
      <Show when={subject().kind === "photo"} fallback={<ItemList items={props.list.items} />}>
        <PhotoCards items={props.list.items} withMeta />
      </Show>
    </Show>
  );
}

function Pager(props) {
  const paths = () => pagerPaths(props.list);
  return (
    <Show when={paths().newer || paths().older}>
      <nav class="pager" aria-label="翻页">
        <Show when={paths().newer}><a class="pager-newer" rel="prev" href={paths().newer}>较新的新闻</a></Show>
        <Show when={paths().older}><a class="pager-older" rel="next" href={paths().older}>较早的新闻</a></Show>
      </nav>
    </Show>
  );
}

function ZoneHead(props) {
  const places = () => {
    const { city, province } = props.zone;
    return city.code === province.code ? [province] : [province, city];
  };
  return (
    <header class="page-head zone-head">
      <h1 tabindex="-1">{props.zone.name.value}</h1>
      <p class="zone-en" lang="en">{props.zone.name_en}</p>
      <Show when={props.zone.aliases.length > 0}><p class="aliases">又称：<span>{props.zone.aliases.join("、")}</span></p></Show>
      <dl class="facts">
        <div><dt>类型</dt><dd>{props.zone.types.map((type) => typeName[type]).join("、")}</dd></div>
        <div><dt>级别</dt><dd>{levelName[props.zone.level]}</dd></div>
        <div>
          <dt>所在地</dt>
          <dd><For each={places()}>{(place) => <><a href={regionPath(place.code)}>{place.name}</a>{" "}</>}</For></dd>
        </div>
        <For each={facts(props.zone)}>
          {([label, text]) => <div><dt>{label}</dt><dd class={text ? undefined : "unknown"}>{text ?? UNKNOWN}</dd></div>}
        </For>
      </dl>
      <details class="sources">
        <summary>资料出处</summary>
        <dl>
          <For each={sources(props.zone)}>
            {([label, list]) => (
              <div>
                <dt>{label}</dt>
                <dd>
                  <ul>
                    <For each={list}>
                      {(source) => (
                        <li>
                          <Show when={source.url} fallback={source.label}>
                            <a href={source.url} rel="noopener">{source.label}</a>
                          </Show>
                        </li>
                      )}
                    </For>
                  </ul>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </details>
    </header>
  );
}
