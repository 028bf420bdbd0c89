// An article.

import { articlePath, zonePath } from "../shared/navigation.js";
import { attribute, html } from "./html.js";
import { picture } from "./parts.js";

const FULL_WIDTH = "(min-width: 52rem) 48rem, 100vw";

export function article(article) {
  const zone = zonePath(article.zone.id);
  return html`<article class="article" lang="${article.lang}"><header><h1 tabindex="-1">${article.title}</h1><ul class="article-meta"><li>发布时间：<time datetime="${article.published}">${article.published}</time></li><li>来源：<span>${article.source}</span></li><li>发布开发区：<a href="${zone}">${article.zone.name}</a></li></ul></header><div class="article-body">${body(article.body)}</div>${article.corrections && corrections(article.corrections)}</article><nav class="neighbours" aria-label="上一条与下一条"><p>上一条：${neighbour(article.previous, "prev", "没有了，这是本开发区最新的一条")}</p><p>下一条：${neighbour(article.next, "next", "没有了，这是本开发区最早的一条")}</p><p class="more"><a href="${zone}">${article.zone.short}的全部新闻</a></p></nav>`;
}

function corrections(list) {
  const entry = ({ date, text }) => html`<li><time datetime="${date}">${date}</time> ${text}</li>`;
  return html`<section class="corrections" aria-labelledby="corrections-heading"><h2 id="corrections-heading">更正</h2><ul>${list.map(entry)}</ul></section>`;
}

function neighbour(neighbour, rel, end) {
  if (!neighbour) return html`<span class="neighbour-end">${end}</span>`;
  if (neighbour.id) return html`<a rel="${rel}" href="${articlePath(neighbour.id)}">${neighbour.title}</a>`;
  return html`<span>${neighbour.title}</span> <small class="neighbour-note">（仅存标题，正文未收录）</small>`;
}

const body = (blocks) => blocks.map((it, place) => block(it, place < 2));

function block(block, early) {
  if (block === "rule") return html`<hr>`;
  const [[name, value]] = Object.entries(block);
  switch (name) {
    case "paragraph":
      return html`<p>${spans(value)}</p>`;
    case "heading":
      return html`<h${value.level}>${spans(value.text)}</h${value.level}>`;
    case "image":
      return html`<p class="image">${picture(value, FULL_WIDTH, early)}</p>`;
    case "figure":
      return html`<figure>${picture(value.picture, FULL_WIDTH, early)}<figcaption>${value.caption}</figcaption></figure>`;
    case "list":
      return list(value);
    case "quote":
      return html`<blockquote>${body(value)}</blockquote>`;
    case "table":
      return table(value);
    case "video":
      return html`<p class="video"><a href="${value.href}" rel="noopener">视频：${value.title}</a></p>`;
  }
}

function list({ start, items }) {
  const only = (blocks) => blocks.length === 1 && blocks[0].paragraph;
  const entries = items.map((blocks) => html`<li>${only(blocks) ? spans(blocks[0].paragraph) : body(blocks)}</li>`);
  if (start === null || start === undefined) return html`<ul>${entries}</ul>`;
  return html`<ol${attribute("start", start === 1 ? undefined : start)}>${entries}</ol>`;
}

function table({ columns, head, rows }) {
  const align = (column) => attribute("class", columns[column] === "start" ? undefined : columns[column]);
  const th = (text, column) => html`<th scope="col"${align(column)}>${spans(text)}</th>`;
  const td = (text, column) => html`<td${align(column)}>${spans(text)}</td>`;
  const tr = (cells) => html`<tr>${cells.map(td)}</tr>`;
  return html`<div class="table-frame" tabindex="0" role="group" aria-label="表格"><table><thead><tr>${head.map(th)}</tr></thead><tbody>${rows.map(tr)}</tbody></table></div>`;
}

const spans = (list) => list.map(span);

function span(span) {
  if (span === "break") return html`<br>`;
  if (span.text !== undefined) return span.text;
  if (span.strong) return html`<strong>${spans(span.strong)}</strong>`;
  if (span.emphasis) return html`<em>${spans(span.emphasis)}</em>`;
  const { href, text } = span.link;
  return html`<a href="${href}"${attribute("rel", href.startsWith("http") ? "noopener" : undefined)}>${spans(text)}</a>`;
}
