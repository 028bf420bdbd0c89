// A whole page: head, header, trail, the view, footer.

import { breadcrumbs, currentMark, menu, pathOf, titleOf } from "../shared/navigation.js";
import { footerLinks, telHref } from "../shared/wording.js";
import { article } from "./article.js";
import { home } from "./home.js";
import { attribute, html, print } from "./html.js";
import { zone } from "./zone.js";

export function page(view, site, sheet) {
  const here = pathOf(view);
  const content = view.home ? home(view.home, site) : view.list ? zone(view.list) : article(view.article);
  const description = view.article?.summary ?? `${site.name}：国家级开发区的新闻与名录。`;
  return print(html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${titleOf(view, site)}</title>
<meta name="description" content="${description}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="/${sheet}">
</head>
<body>
<div id="app"><a class="skip-link" href="#main">跳到正文</a>${header(site, here)}<main id="main" tabindex="-1">${trail(view, here)}${content}</main>${footer(site)}</div>
</body>
</html>
`);
}

function header(site, here) {
  const entry = (entry) =>
    html`<li><a href="${entry.path}"${attribute("aria-current", currentMark(entry, here))}>${entry.label}</a></li>`;
  return html`<header class="site-header"><p class="slogan">${site.slogan}</p><div class="site-bar"><a class="brand" href="/"><svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 28V14l8-5v19zM14 28V4l8 5v19zM24 28V15l4-2v15z"/></svg><span class="brand-name">${site.name}</span><span class="brand-name-en" lang="en">${site.name_en}</span></a><nav class="menu" aria-label="主导航"><ul>${menu.map(entry)}</ul></nav></div></header>`;
}

function trail(view, here) {
  const steps = breadcrumbs(view);
  const step = ({ label, path }, place) => {
    const separator = place < steps.length - 1 && html`<span class="separator" aria-hidden="true">&gt;</span>`;
    return html`<li><a href="${path}"${attribute("aria-current", path === here ? "page" : undefined)}>${label}</a>${separator}</li>`;
  };
  return html`<nav class="breadcrumbs" aria-label="您现在的位置"><span class="breadcrumbs-label">您现在的位置：</span><ol>${steps.map(step)}</ol></nav>`;
}

function footer({ contact, copyright, icp, police }) {
  const line = (label, href, text) => html`<li><span class="contact-label">${label}</span>：<a href="${href}">${text}</a></li>`;
  const link = ([label, path]) => html`<a href="${path}">${label}</a>`;
  const filing = (text) => text && html`<span class="filing">${text}</span>`;
  return html`<footer class="site-footer"><section class="contact" aria-labelledby="contact-heading"><h2 id="contact-heading">与我们联系</h2><ul>${[
    line("联系电话", telHref(contact.phone), contact.phone),
    line("传真", telHref(contact.fax), contact.fax),
    line("邮箱", `mailto:${contact.email}`, contact.email),
  ]}</ul></section><p class="footer-links">${footerLinks.map(link)}</p><p class="copyright">${copyright}${filing(icp)}${filing(police)}</p></footer>`;
}
