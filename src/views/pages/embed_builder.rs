//! The embed builder for partners: a form of choices, and the code to copy. Only the publisher renders it, and its behaviour is
//! `public/embed/workshop.js`, so that readers download none of it.

use investchn_markup::{Markup, view};
use investchn_model::{Kind, RegisterZone, ZoneId};

use crate::site_context::SiteContext;
use crate::wording;
use investchn_model::route::{EMBED_BUILDER_PATH, Route};

/// The page's name.
pub const NAME: &str = "把新闻放到您的网站";

/// The page's description, for search engines and previews.
pub const DESCRIPTION: &str =
    "一行代码，把任何一家国家级开发区的新闻放到您的网站上：网页元素、框架或不用脚本的订阅源。";

/// Every way to embed, as the script names them.
const ALL: &str = "element frame none";

const THEMES: [(&str, &str); 4] = [("", "默认"), ("light", "浅色"), ("dark", "深色"), ("auto", "随访问者的设备")];

/// The looks of `public/embed/preview.css`.
const LOOKS: [(&str, &str); 6] = [
    ("plain", "普通页面"),
    ("dark", "深色页面"),
    ("large", "超大字号"),
    ("narrow", "窄栏"),
    ("rtl", "从右到左"),
    ("hostile", "重置一切样式"),
];

/// The data of the page.
#[derive(Clone, Debug)]
pub struct EmbedBuilder {
    /// Every zone, in the register's order.
    pub zones: Vec<RegisterZone>,
    /// The zone that is chosen at first: one that has news, if any has.
    pub chosen: Option<ZoneId>,
    /// The name of the partners' script, with its digest.
    pub script: String,
    /// The script's digest, in the form of the attribute `integrity`.
    pub integrity: String,
}

/// The page's main part.
pub(crate) fn embed_builder_page(portal: &SiteContext, builder: &EmbedBuilder) -> Markup {
    let zones: Vec<_> = builder
        .zones
        .iter()
        .map(|zone| {
            let value = [&zone.short_name, " ", zone.id.as_str()].concat();
            view! { <option value=value data-also=zone.search_terms.join("|")>{zone.name.clone()}</option> }
        })
        .collect();
    let kinds: Vec<_> =
        std::iter::once(("", "全部")).chain(Kind::ALL.map(|kind| (kind.slug(), wording::kind(kind)))).collect();
    view! {
        <nav class="breadcrumbs" aria-label="您现在的位置">
            <span class="breadcrumbs-label">"您现在的位置："</span>
            <ol>
                <li><a href=portal.href(&Route::Home)>"首页"</a><span class="separator" aria-hidden="true">">"</span></li>
                <li><a href=portal.base.join(EMBED_BUILDER_PATH) aria-current="page">{NAME}</a></li>
            </ol>
        </nav>
        <header class="page-head">
            <h1 tabindex="-1">{NAME}</h1>
            <p>"商会、银行、城市门户都可以用：选一家开发区，复制一行代码，粘贴到网页里。新闻由本站更新，您的页面不用再改。"</p>
        </header>
        <noscript><p class="notice-plain">
            "下面的选择与预览需要浏览器运行脚本。不用脚本也能嵌入：在每家开发区的页面上都有订阅源（feed.xml、feed.json），框架页的地址是本站地址加 embed/zone/开发区代号/。"
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
                    <label for="zone">"开发区（输入名称或拼音）"</label>
                    <input id="zone" list="zones" autocomplete="off" spellcheck="false" required=true />
                    <datalist id="zones">{zones}</datalist>
                    <span class="wrong" id="zone-wrong" role="status"></span>
                </p>
                <fieldset>
                    <legend>"方式"</legend>
                    <label class="pick"><input type="radio" name="way" value="element" checked=true />"网页元素：样式随您的页面"</label>
                    <label class="pick"><input type="radio" name="way" value="frame" />"框架：与您的页面隔开"</label>
                    <label class="pick"><input type="radio" name="way" value="none" />"不用脚本：一段 HTML，内容是此刻的"</label>
                </fieldset>
                {choice("view", "显示", "element", &[("", "新闻列表"), ("profile", "开发区概况"), ("ticker", "单行滚动")])}
                {choice("kind", "新闻类型", "element", &kinds)}
                <p class="field">
                    <label for="limit">"条数"</label>
                    <input id="limit" type="number" min="1" max="30" value="5" inputmode="numeric" />
                </p>
                {choice("lang", "语言", "element frame", &[("", "默认"), ("zh", "中文"), ("en", "English")])}
                {choice("theme", "配色", "element frame", &THEMES)}
                <p class="field" data-for="element">
                    <label for="heading">"标题（留空用默认）"</label>
                    <input id="heading" autocomplete="off" />
                </p>
                <p data-for="element frame">
                    <label class="pick"><input type="checkbox" id="pinned" />"固定脚本版本，并校验完整性"</label>
                </p>
            </div>
            <section class="result" aria-labelledby="preview-heading">
                <div class="section-head">
                    <h2 id="preview-heading">"预览"</h2>
                    {choice("look", "放在这样的页面里", ALL, &LOOKS)}
                </div>
                <iframe class="preview" id="preview" src=portal.base.join("embed/preview/") title="示例：合作网站的页面"></iframe>
                {output("code", "复制到您的页面", "代码", None)}
                {output("style", "预留高度（写进样式表，载入时页面不跳动）", "样式", Some(height_holds()))}
                {output("policy", "内容安全策略（您的网站设有 CSP 时才需要）", "策略", None)}
                {output("feeds", "订阅源", "地址", None)}
            </section>
        </form>
        <section class="privacy" aria-labelledby="privacy-heading">
            <h2 id="privacy-heading">"隐私"</h2>
            <p id="privacy">
                "嵌入的内容不使用 Cookie，不在访问者的浏览器里存储任何东西，也不涉及第三方；访问者的浏览器只向本站请求脚本或框架页和所选开发区的新闻数据。"
            </p>
            <p>
                "给开发者：数据格式是 JSON Feed 1.1，"
                <a href=portal.base.join("embed/feed.schema.json")>"JSON Schema"</a>
                "。文章与开发区的地址支持 oEmbed，粘贴到 WordPress 等系统即可。"
            </p>
        </section>
    }
}

/// A select element for these ways to embed. Each option is a value and its label.
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

/// Explains for which width the stated height holds. The script inserts the width.
fn height_holds() -> Markup {
    view! {
        <p>
            "高度按此刻的内容在预览里量得，那里宽 "<span id="width">"……"</span>
            " 像素。您的页面更窄、字更大，或以后新闻更多时，请多留一些；放不下的可以滚动。"
        </p>
    }
}

/// A text to copy, with its button and a note.
fn output(id: &'static str, heading: &'static str, what: &'static str, note: Option<Markup>) -> Markup {
    let heading_id = [id, "-heading"].concat();
    view! {
        <div class="output" id=[id, "-output"].concat()>
            <h3 id=heading_id.clone()>{heading}</h3>
            {note}
            <pre tabindex="0" role="region" aria-labelledby=heading_id><code id=id></code></pre>
            <p class="copy">
                <button class="button" type="button" data-copy=id>{["复制", what].concat()}</button>
                <span role="status"></span>
            </p>
        </div>
    }
}
