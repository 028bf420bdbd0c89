import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { articlePath, dataFile, zonePath } from "shared/navigation.js";

import { Body } from "../components/Body.jsx";
import { Page } from "../components/Page.jsx";
import { getView } from "../data.js";

export function ArticlePage(props) {
  const view = createAsync(() => getView(dataFile(articlePath(props.params.id))));
  return <Show when={view()?.article}>{(article) => <Page view={view()}><Article article={article()} /></Page>}</Show>;
}

function Article(props) {
  const zone = () => zonePath(props.article.zone.id);
  return (
    <>
      <article class="article" lang={props.article.lang}>
        <header>
          <h1 tabindex="-1">{props.article.title}</h1>
          <ul class="article-meta">
            <li>发布时间：<time datetime={props.article.published}>{props.article.published}</time></li>
            <li>来源：<span>{props.article.source}</span></li>
            <li>发布开发区：<a href={zone()}>{props.article.zone.name}</a></li>
          </ul>
        </header>
        <div class="article-body"><Body blocks={props.article.body} /></div>
        <Show when={props.article.corrections}><Corrections corrections={props.article.corrections} /></Show>
      </article>
      <nav class="neighbours" aria-label="上一条与下一条">
        <p>上一条：<Neighbour neighbour={props.article.previous} rel="prev" end="没有了，这是本开发区最新的一条" /></p>
        <p>下一条：<Neighbour neighbour={props.article.next} rel="next" end="没有了，这是本开发区最早的一条" /></p>
        <p class="more"><a href={zone()}>{props.article.zone.short}的全部新闻</a></p>
      </nav>
    </>
  );
}

function Corrections(props) {
  return (
    <section class="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading">更正</h2>
      <ul>
        <For each={props.corrections}>{({ date, text }) => <li><time datetime={date}>{date}</time> {text}</li>}</For>
      </ul>
    </section>
  );
}

function Neighbour(props) {
  const title = () => props.neighbour.title;
  return (
    <Show when={props.neighbour} fallback={<span class="neighbour-end">{props.end}</span>}>
      <Show
        when={props.neighbour.id}
        fallback={<><span>{title()}</span> <small class="neighbour-note">（仅存标题，正文未收录）</small></>}
      >
        <a rel={props.rel} href={articlePath(props.neighbour.id)}>{title()}</a>
      </Show>
    </Show>
  );
}
