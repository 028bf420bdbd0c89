import { articlePath, zonePath } from "shared/navigation.js";
import { Link, useLoaderData } from "react-router";

import { Body } from "../components/Body.jsx";
import { Page } from "../components/Page.jsx";

export function ArticlePage() {
  const view = useLoaderData();
  const article = view.article;
  const zone = zonePath(article.zone.id);
  return (
    <Page view={view}>
      <article className="article" lang={article.lang}>
        <header>
          <h1 tabIndex={-1}>{article.title}</h1>
          <ul className="article-meta">
            <li>发布时间：<time dateTime={article.published}>{article.published}</time></li>
            <li>来源：<span>{article.source}</span></li>
            <li>发布开发区：<Link to={zone}>{article.zone.name}</Link></li>
          </ul>
        </header>
        <div className="article-body"><Body blocks={article.body} /></div>
        {article.corrections && <Corrections corrections={article.corrections} />}
      </article>
      <nav className="neighbours" aria-label="上一条与下一条">
        <p>上一条：<Neighbour neighbour={article.previous} rel="prev" end="没有了，这是本开发区最新的一条" /></p>
        <p>下一条：<Neighbour neighbour={article.next} rel="next" end="没有了，这是本开发区最早的一条" /></p>
        <p className="more"><Link to={zone}>{article.zone.short}的全部新闻</Link></p>
      </nav>
    </Page>
  );
}

function Corrections({ corrections }) {
  return (
    <section className="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading">更正</h2>
      <ul>
        {corrections.map(({ date, text }, place) => <li key={place}><time dateTime={date}>{date}</time> {text}</li>)}
      </ul>
    </section>
  );
}

function Neighbour({ neighbour, rel, end }) {
  if (!neighbour) return <span className="neighbour-end">{end}</span>;
  if (neighbour.id) return <Link rel={rel} to={articlePath(neighbour.id)}>{neighbour.title}</Link>;
  return <><span>{neighbour.title}</span> <small className="neighbour-note">（仅存标题，正文未收录）</small></>;
}
