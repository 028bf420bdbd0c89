//! The embed builder for partners: a form, and the code to copy. Only the publisher renders it, and `web/src/embed/builder.js` is
//! its script, so that readers download none of it.

use investchn_markup::{Markup, view};
use investchn_messages::{LANGUAGES, Messages, language_tag};
use investchn_model::{Kind, ZoneId};

use investchn_model::route::{EMBED_BUILDER_PATH, Route};
use investchn_navigation::site_context::SiteContext;

/// Every way to embed, by the names in the script.
const ALL: &str = "element frame none";

/// The data of the page.
#[derive(Clone, Debug)]
pub struct EmbedBuilder {
    /// Every zone that has a frame, in the register's order.
    pub zones: Vec<EmbeddableZone>,
    /// The zone that is selected at first: one with news, if any has.
    pub chosen: Option<ZoneId>,
    /// The name of the partners' script, which contains its digest.
    pub script: String,
    /// The script's digest, in the form of the attribute `integrity`.
    pub integrity: String,
}

/// A zone that partners can embed in every way.
#[derive(Clone, Debug)]
pub struct EmbeddableZone {
    /// The id, which never changes.
    pub id: ZoneId,
    /// Official name.
    pub name: String,
    /// The name in common use.
    pub short_name: String,
    /// Other names and the pinyin, for searching.
    pub search_terms: Vec<String>,
}

/// Renders the page's main part.
pub fn embed_builder_page(portal: &SiteContext, words: &'static Messages, builder: &EmbedBuilder) -> Markup {
    let zones: Vec<_> = builder
        .zones
        .iter()
        .map(|zone| {
            let value = [&zone.short_name, " ", zone.id.as_str()].concat();
            view! { <option value=value data-also=zone.search_terms.join("|")>{zone.name.clone()}</option> }
        })
        .collect();
    let kinds: Vec<_> = std::iter::once(("", words.app.lists.all))
        .chain(Kind::ALL.map(|kind| (kind.slug(), words.app.names.kind(kind))))
        .collect();
    let themes = [
        ("", words.builder.default),
        ("light", words.builder.theme_light),
        ("dark", words.builder.theme_dark),
        ("auto", words.builder.theme_auto),
    ];
    // The looks in `public/embed/preview.css`.
    let looks = [
        ("plain", words.builder.look_plain),
        ("dark", words.builder.look_dark),
        ("large", words.builder.look_large),
        ("narrow", words.builder.look_narrow),
        ("rtl", words.builder.look_rtl),
        ("hostile", words.builder.look_hostile),
    ];
    view! {
        <nav class="breadcrumbs" aria-label=words.app.frame.breadcrumbs>
            <span class="breadcrumbs-label">{words.app.frame.breadcrumbs_label}</span>
            <ol>
                <li><a href=portal.href(&Route::Home)>{words.app.names.home}</a><span class="separator" aria-hidden="true">">"</span></li>
                <li><a href=portal.base.join(EMBED_BUILDER_PATH) aria-current="page">{words.builder.name}</a></li>
            </ol>
        </nav>
        <header class="page-head">
            <h1 tabindex="-1">{words.builder.name}</h1>
            <p>{words.builder.lead}</p>
        </header>
        <noscript><p class="notice-plain">
            {words.builder.no_script}
        </p></noscript>
        <form
            class="workshop"
            id="workshop"
            data-zone=builder.chosen.as_ref().map(ToString::to_string)
            data-script=builder.script.clone()
            data-integrity=builder.integrity.clone()
        >
            <div class="choices">
                <p class="field">
                    <label for="zone">{words.builder.zone}</label>
                    <input id="zone" list="zones" autocomplete="off" spellcheck="false" required=true />
                    <datalist id="zones">{zones}</datalist>
                    <span class="wrong" id="zone-wrong" role="status"></span>
                </p>
                <fieldset>
                    <legend>{words.builder.way}</legend>
                    <label class="pick"><input type="radio" name="way" value="element" checked=true />{words.builder.way_element}</label>
                    <label class="pick"><input type="radio" name="way" value="frame" />{words.builder.way_frame}</label>
                    <label class="pick"><input type="radio" name="way" value="none" />{words.builder.way_none}</label>
                </fieldset>
                {choice("view", words.builder.view, "element", &[("", words.builder.view_list), ("profile", words.builder.view_profile), ("ticker", words.builder.view_ticker)])}
                {choice("kind", words.app.lists.kinds, "element", &kinds)}
                <p class="field">
                    <label for="limit">{words.builder.limit}</label>
                    <input id="limit" type="number" min="1" max="30" value="5" inputmode="numeric" />
                </p>
                {field("lang", words.builder.language, "element frame", languages(words))}
                {choice("theme", words.builder.theme, "element frame", &themes)}
                <p class="field" data-for="element">
                    <label for="heading">{words.builder.heading}</label>
                    <input id="heading" autocomplete="off" />
                </p>
                <p data-for="element frame">
                    <label class="pick"><input type="checkbox" id="pinned" />{words.builder.pinned}</label>
                </p>
            </div>
            <section class="result" aria-labelledby="preview-heading">
                <div class="section-head">
                    <h2 id="preview-heading">{words.builder.preview}</h2>
                    {choice("look", words.builder.look, ALL, &looks)}
                </div>
                <iframe class="preview" id="preview" src=portal.root.join("embed/preview/") title=words.preview.title></iframe>
                {output(words, "code", words.builder.code, words.builder.code_what, None)}
                {output(words, "style", words.builder.style, words.builder.style_what, Some(height_holds(words)))}
                {output(words, "policy", words.builder.policy, words.builder.policy_what, None)}
                {output(words, "feeds", words.builder.feeds, words.builder.feeds_what, None)}
            </section>
        </form>
        <section class="privacy" aria-labelledby="privacy-heading">
            <h2 id="privacy-heading">{words.builder.privacy}</h2>
            <p id="privacy">
                {words.builder.privacy_text}
            </p>
            <p>
                {words.builder.developers_before}
                <a href=portal.root.join("embed/feed.schema.json")>"JSON Schema"</a>
                {words.builder.developers_after}
            </p>
        </section>
    }
}

/// Renders a select element for these ways to embed. Each option is a value and its label.
fn choice(
    id: &'static str,
    label: &'static str,
    ways: &'static str,
    options: &[(&'static str, &'static str)],
) -> Markup {
    field(
        id,
        label,
        ways,
        options.iter().map(|(value, text)| view! { <option value=*value>{*text}</option> }).collect(),
    )
}

/// Renders the options for the languages that the partners' script has, each by its own name.
fn languages(words: &Messages) -> Vec<Markup> {
    let of_page = view! { <option value="">{words.builder.default}</option> };
    let option = |language: &Messages| view! { <option value=language_tag(language) lang=language.lang()>{language.name}</option> };
    std::iter::once(of_page).chain(LANGUAGES.into_iter().map(option)).collect()
}

fn field(id: &'static str, label: &'static str, ways: &'static str, options: Vec<Markup>) -> Markup {
    view! {
        <p class="field" data-for=ways>
            <label for=id>{label}</label>
            <select id=id>{options}</select>
        </p>
    }
}

/// Renders the note on the width for which the stated height is valid. The script inserts the width.
fn height_holds(words: &Messages) -> Markup {
    view! {
        <p>
            {words.builder.height_before}<span id="width">{words.builder_script.width_later}</span>
            {words.builder.height_after}
        </p>
    }
}

/// Renders a text to copy, with its button and a note.
fn output(
    words: &Messages,
    id: &'static str,
    heading: &'static str,
    what: &'static str,
    note: Option<Markup>,
) -> Markup {
    let heading_id = [id, "-heading"].concat();
    view! {
        <div class="output" id=[id, "-output"].concat()>
            <h3 id=heading_id.clone()>{heading}</h3>
            {note}
            <pre tabindex="0" role="region" aria-labelledby=heading_id><code id=id></code></pre>
            <p class="copy">
                <button class="button" type="button" data-copy=id>{words.builder.copy(what)}</button>
                <span role="status"></span>
            </p>
        </div>
    }
}
