//! An article, in the order and wording of the seed page.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::{Article, Correction, Neighbour};

use crate::views::components::body;
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// Renders title, 发布时间, 来源, 发布开发区, body, 上一条 and 下一条.
pub(crate) fn article_page(portal: &SiteContext, article: &Article) -> Markup {
    let zone = portal.href(&Route::Zone(article.zone.id.clone(), None, None));
    let more = ZH.article.all_of_zone(&article.zone.short_name);
    view! {
        <article class="article" lang=article.lang.clone()>
            <header>
                {article.draft.then(|| view! { <p class="draft">{ZH.article.draft}</p> })}
                <h1 tabindex="-1">{article.title.clone()}</h1>
                <ul class="article-meta">
                    <li>{ZH.article.published}<time datetime=article.published.to_string()>{article.published.to_string()}</time></li>
                    <li>{ZH.article.source}<span>{article.source.clone()}</span></li>
                    <li>{ZH.article.zone}<a href=zone>{article.zone.name.clone()}</a></li>
                </ul>
            </header>
            <div class="article-body">{body(portal, &article.body)}</div>
            {corrections(&article.corrections)}
        </article>
        <nav class="neighbours" aria-label=ZH.article.neighbours>
            <p>{ZH.article.previous}{neighbour(portal, article.previous.as_ref(), "prev", ZH.article.is_newest)}</p>
            <p>{ZH.article.next}{neighbour(portal, article.next.as_ref(), "next", ZH.article.is_oldest)}</p>
            <p class="more"><a href=portal.href(&Route::Zone(article.zone.id.clone(), None, None))>{more}</a></p>
        </nav>
    }
}

/// Renders the list of corrections, if there are any.
pub(crate) fn corrections(corrections: &[Correction]) -> Option<Markup> {
    let entry = |correction: &Correction| {
        let date = correction.date.to_string();
        view! { <li><time datetime=correction.date.to_string()>{date}</time>" "{correction.text.clone()}</li> }
    };
    let entries: Vec<_> = corrections.iter().map(entry).collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="corrections" aria-labelledby="corrections-heading">
                <h2 id="corrections-heading">{ZH.article.corrections}</h2>
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
            view! { <span>{title.clone()}</span>" "<small class="neighbour-note">{ZH.article.title_only}{zone}</small> }
        }
    }
}
