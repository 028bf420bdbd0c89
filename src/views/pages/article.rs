//! An article, in the order and wording of the seed page.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::{Article, Correction, Neighbour};

use crate::views::components::body;
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders title, 发布时间, 来源, 发布开发区, body, 上一条 and 下一条.
pub(crate) fn article_page(portal: &SiteContext, article: &Article) -> Markup {
    let words = portal.words;
    let zone = portal.href(&Route::Zone(article.zone.id.clone(), None, None));
    let more = words.article.all_of_zone(&article.zone.short_name);
    view! {
        <article class="article" lang=article.lang.clone()>
            <header>
                {article.draft.then(|| view! { <p class="draft">{TEXT.article.draft}</p> })}
                <h1 tabindex="-1">{article.title.clone()}</h1>
                <ul class="article-meta">
                    <li>{TEXT.article.published}<time datetime=article.published.to_string()>{portal.date(article.published)}</time></li>
                    <li>{TEXT.article.source}<span lang=portal.foreign_lang(&article.source)>{article.source.clone()}</span></li>
                    <li>{TEXT.article.zone}<a href=zone>{article.zone.name.clone()}</a></li>
                </ul>
            </header>
            <div class="article-body">{body(portal, &article.body)}</div>
            {corrections(portal, &article.corrections)}
            {original(portal, article)}
        </article>
        <nav class="neighbours" aria-label=TEXT.article.neighbours>
            <p>{TEXT.article.previous}{neighbour(portal, article.previous.as_ref(), "prev", TEXT.article.is_newest)}</p>
            <p>{TEXT.article.next}{neighbour(portal, article.next.as_ref(), "next", TEXT.article.is_oldest)}</p>
            <p class="more"><a href=portal.href(&Route::Zone(article.zone.id.clone(), None, None))>{more}</a></p>
        </nav>
    }
}

/// Renders the link from a translation to its original.
fn original(portal: &SiteContext, article: &Article) -> Option<Markup> {
    let first = portal.site.editions.first().filter(|first| article.editions.contains(&first.tag))?;
    let href = Route::Article(article.id.clone()).href(&portal.root);
    Some(view! {
        <p class="translated">
            {TEXT.article.translated_from}
            <a href=href hreflang=first.tag.clone() lang=first.tag.clone()>{first.name.clone()}</a>
        </p>
    })
}

/// Renders the list of corrections, if there are any.
pub(crate) fn corrections(portal: &SiteContext, corrections: &[Correction]) -> Option<Markup> {
    let entry = |correction: &Correction| {
        let date = portal.date(correction.date);
        view! { <li><time datetime=correction.date.to_string()>{date}</time>" "{correction.text.clone()}</li> }
    };
    let entries: Vec<_> = corrections.iter().map(entry).collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="corrections" aria-labelledby="corrections-heading">
                <h2 id="corrections-heading">{TEXT.article.corrections}</h2>
                <ul>{entries}</ul>
            </section>
        }
    })
}

/// Renders the neighbour as a link; as plain text with a note if only its title is known; `end` if there is none.
fn neighbour(portal: &SiteContext, neighbour: Option<&Neighbour>, rel: &'static str, end: &'static str) -> Markup {
    match neighbour {
        None => view! { <span class="neighbour-end">{end}</span> },
        Some(Neighbour { title, id: Some(id), .. }) => {
            view! { <a rel=rel href=portal.href(&Route::Article(id.clone()))>{title.clone()}</a> }
        }
        Some(Neighbour { title, id: None, zone }) => {
            let zone = zone.as_ref().map(|zone| {
                let href = portal.href(&Route::Zone(zone.id.clone(), None, None));
                view! { <a href=href>{zone.short_name.clone()}</a> }
            });
            view! { <span>{title.clone()}</span>" "<small class="neighbour-note">{TEXT.article.title_only}{zone}</small> }
        }
    }
}
