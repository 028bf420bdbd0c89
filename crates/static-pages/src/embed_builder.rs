//! The embed builder for partners: a form, and the code to copy. Only the publisher renders it, and `web/src/embed/builder.js` is
//! its script, so that readers download none of it.

use investchn_markup::{Markup, view};
use investchn_messages::ZH;
use investchn_model::{Kind, ZoneId};

use investchn_model::route::{EMBED_BUILDER_PATH, Route};
use investchn_navigation::site_context::SiteContext;

/// Every way to embed, by the names in the script.
const ALL: &str = "element frame none";

const THEMES: [(&str, &str); 4] = [
    ("", ZH.builder.default),
    ("light", ZH.builder.theme_light),
    ("dark", ZH.builder.theme_dark),
    ("auto", ZH.builder.theme_auto),
];

/// The looks in `public/embed/preview.css`.
const LOOKS: [(&str, &str); 6] = [
    ("plain", ZH.builder.look_plain),
    ("dark", ZH.builder.look_dark),
    ("large", ZH.builder.look_large),
    ("narrow", ZH.builder.look_narrow),
    ("rtl", ZH.builder.look_rtl),
    ("hostile", ZH.builder.look_hostile),
];

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
pub fn embed_builder_page(portal: &SiteContext, builder: &EmbedBuilder) -> Markup {
    let zones: Vec<_> = builder
        .zones
        .iter()
        .map(|zone| {
            let value = [&zone.short_name, " ", zone.id.as_str()].concat();
            view! { <option value=value data-also=zone.search_terms.join("|")>{zone.name.clone()}</option> }
        })
        .collect();
    let kinds: Vec<_> =
        std::iter::once(("", ZH.lists.all)).chain(Kind::ALL.map(|kind| (kind.slug(), ZH.names.kind(kind)))).collect();
    view! {
        <nav class="breadcrumbs" aria-label=ZH.frame.breadcrumbs>
            <span class="breadcrumbs-label">{ZH.frame.breadcrumbs_label}</span>
            <ol>
                <li><a href=portal.href(&Route::Home)>{ZH.names.home}</a><span class="separator" aria-hidden="true">">"</span></li>
                <li><a href=portal.base.join(EMBED_BUILDER_PATH) aria-current="page">{ZH.builder.name}</a></li>
            </ol>
        </nav>
        <header class="page-head">
            <h1 tabindex="-1">{ZH.builder.name}</h1>
            <p>{ZH.builder.lead}</p>
        </header>
        <noscript><p class="notice-plain">
            {ZH.builder.no_script}
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
                    <label for="zone">{ZH.builder.zone}</label>
                    <input id="zone" list="zones" autocomplete="off" spellcheck="false" required=true />
                    <datalist id="zones">{zones}</datalist>
                    <span class="wrong" id="zone-wrong" role="status"></span>
                </p>
                <fieldset>
                    <legend>{ZH.builder.way}</legend>
                    <label class="pick"><input type="radio" name="way" value="element" checked=true />{ZH.builder.way_element}</label>
                    <label class="pick"><input type="radio" name="way" value="frame" />{ZH.builder.way_frame}</label>
                    <label class="pick"><input type="radio" name="way" value="none" />{ZH.builder.way_none}</label>
                </fieldset>
                {choice("view", ZH.builder.view, "element", &[("", ZH.builder.view_list), ("profile", ZH.builder.view_profile), ("ticker", ZH.builder.view_ticker)])}
                {choice("kind", ZH.lists.kinds, "element", &kinds)}
                <p class="field">
                    <label for="limit">{ZH.builder.limit}</label>
                    <input id="limit" type="number" min="1" max="30" value="5" inputmode="numeric" />
                </p>
                {choice("lang", ZH.builder.language, "element frame", &[("", ZH.builder.default), ("zh", ZH.builder.language_zh), ("en", ZH.builder.language_en)])}
                {choice("theme", ZH.builder.theme, "element frame", &THEMES)}
                <p class="field" data-for="element">
                    <label for="heading">{ZH.builder.heading}</label>
                    <input id="heading" autocomplete="off" />
                </p>
                <p data-for="element frame">
                    <label class="pick"><input type="checkbox" id="pinned" />{ZH.builder.pinned}</label>
                </p>
            </div>
            <section class="result" aria-labelledby="preview-heading">
                <div class="section-head">
                    <h2 id="preview-heading">{ZH.builder.preview}</h2>
                    {choice("look", ZH.builder.look, ALL, &LOOKS)}
                </div>
                <iframe class="preview" id="preview" src=portal.base.join("embed/preview/") title=ZH.preview.title></iframe>
                {output("code", ZH.builder.code, ZH.builder.code_what, None)}
                {output("style", ZH.builder.style, ZH.builder.style_what, Some(height_holds()))}
                {output("policy", ZH.builder.policy, ZH.builder.policy_what, None)}
                {output("feeds", ZH.builder.feeds, ZH.builder.feeds_what, None)}
            </section>
        </form>
        <section class="privacy" aria-labelledby="privacy-heading">
            <h2 id="privacy-heading">{ZH.builder.privacy}</h2>
            <p id="privacy">
                {ZH.builder.privacy_text}
            </p>
            <p>
                {ZH.builder.developers_before}
                <a href=portal.base.join("embed/feed.schema.json")>"JSON Schema"</a>
                {ZH.builder.developers_after}
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
    let options: Vec<_> = options.iter().map(|(value, text)| view! { <option value=*value>{*text}</option> }).collect();
    view! {
        <p class="field" data-for=ways>
            <label for=id>{label}</label>
            <select id=id>{options}</select>
        </p>
    }
}

/// Renders the note on the width for which the stated height is valid. The script inserts the width.
fn height_holds() -> Markup {
    view! {
        <p>
            {ZH.builder.height_before}<span id="width">{ZH.builder_script.width_later}</span>
            {ZH.builder.height_after}
        </p>
    }
}

/// Renders a text to copy, with its button and a note.
fn output(id: &'static str, heading: &'static str, what: &'static str, note: Option<Markup>) -> Markup {
    let heading_id = [id, "-heading"].concat();
    view! {
        <div class="output" id=[id, "-output"].concat()>
            <h3 id=heading_id.clone()>{heading}</h3>
            {note}
            <pre tabindex="0" role="region" aria-labelledby=heading_id><code id=id></code></pre>
            <p class="copy">
                <button class="button" type="button" data-copy=id>{ZH.builder.copy(what)}</button>
                <span role="status"></span>
            </p>
        </div>
    }
}
