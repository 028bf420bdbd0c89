//! A view for each kind of slot and element. The views depend on two signals, so that they are compared before and after a
//! change.

use investchn_markup::{Markup, component, hydrate, view};
use leptos::mount::mount_to_renderer;
use leptos::prelude::{ElementChild, Get, Owner, RwSignal, Set};

use crate::page;

/// The signals on which the views depend.
#[derive(Clone, Copy)]
pub(crate) struct Signals {
    text: RwSignal<String>,
    flag: RwSignal<bool>,
}

/// A view and its expected properties.
pub(crate) struct Case {
    name: &'static str,
    view: fn(Signals) -> Markup,
    /// The HTML of a view that contains Leptos views, because only native code can write these. Hydration builds the Leptos views
    /// again and reuses all other elements of the page.
    leptos: Option<&'static str>,
}

const fn case(name: &'static str, view: fn(Signals) -> Markup) -> Case {
    Case { name, view, leptos: None }
}

/// Text that HTML must escape.
const HOSTILE: &str = "<b>&amp;\"'\r\n\u{a0}&lt;!--";

pub(crate) const CASES: [Case; 16] = [
    case("nothing", |_| view! {}),
    case("constant text and attributes", |_| view! { <p title="a&b" hidden=true lang="">"a<b>&amp;"</p>"b" }),
    case("text", |_| view! { <p>{HOSTILE.to_owned()}"|"{HOSTILE}{String::new()}</p> }),
    case("text at the beginning of preformatted text", |_| view! { <pre>{"\n\na"}</pre><textarea>"\nb"</textarea> }),
    case("attributes", |_| {
        let (none, some): (Option<String>, _) = (None, Some(HOSTILE));
        view! { <p title=HOSTILE lang=none class=some hidden=true dir=false data-a=String::new()></p> }
    }),
    case("markup", |_| view! { <div>{view! { <b>"a"</b><i></i> }}"c"{Markup::default()}<u></u></div> }),
    case("lists and options", |_| {
        let rows = |count: usize| (0..count).map(|row| view! { <li>{row.to_string()}</li> }).collect::<Vec<_>>();
        view! { <ul>{rows(3)}{Some(view! { <li></li> })}{None::<Markup>}{rows(0)}<li>"last"</li></ul> }
    }),
    case("void elements", |_| {
        view! { <p>"a"<br />"b"<wbr /><img alt="" /><input /></p><hr /><video><source /><track /></video> }
    }),
    case("SVG", |_| {
        let shape = view! { <circle r="1" /><linearGradient id="g"><stop offset="0" /></linearGradient> };
        view! {
            <svg viewBox="0 0 1 1" preserveAspectRatio="none">
                <g>{shape}<a href="#"><text>"a"</text></a></g>
                <foreignObject><p>"HTML"<a href="#">"b"</a></p></foreignObject>
                <clipPath><use href="#g" /></clipPath>
            </svg>
        }
    }),
    case("tables", |_| {
        let cells = view! { <th>"a"</th><td>"b"</td> };
        view! { <table><colgroup><col /></colgroup><tbody><tr>{cells}</tr></tbody></table> }
    }),
    case("a computed text", |it| view! { <p>{move || it.text.get()}</p><p>"after"</p> }),
    case("a computed attribute", |it| {
        view! { <p title=move || it.text.get() hidden=move || it.flag.get() lang=move || it.flag.get().then_some("en")></p> }
    }),
    case("properties", |it| {
        view! {
            <input prop:value=move || it.text.get() />
            <input type="checkbox" prop:checked=move || it.flag.get() />
            <input type="checkbox" prop:checked=true />
            <input prop:value="constant" />
        }
    }),
    case("computed markup", |it| {
        let row = move || {
            let text = it.text.get();
            it.flag.get().then(|| view! { <li class=text>{move || it.text.get()}</li><li></li> })
        };
        view! { <section><ul>{row}</ul><p></p></section> }
    }),
    case("a computed list", |it| {
        let rows =
            move || it.text.get().chars().map(|letter| view! { <li>{letter.to_string()}</li> }).collect::<Vec<_>>();
        view! { <ul>{rows}</ul> }
    }),
    Case {
        name: "a Leptos view",
        view: |it| {
            let button = move || leptos::html::button().child((move || it.text.get(), " of Leptos"));
            view! { <p></p><div>{component(button())}</div><div>{move || component(it.flag.get().then(button))}</div><p></p> }
        },
        leptos: Some(
            "<p></p><div><button>ab<!> of Leptos</button></div><div><button>ab<!> of Leptos</button></div><p></p>",
        ),
    },
];

impl Case {
    /// Builds and hydrates the view, changes the signals, and drops both. Returns the differences.
    pub(crate) async fn check(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut note = |when: &str, difference: Option<String>| {
            wrong.extend(difference.map(|it| format!("{}, {when}: {it}", self.name)));
        };
        let (view, owner) = (self.view, Owner::new());
        let signals = owner.with(|| Signals { text: RwSignal::new("ab".to_owned()), flag: RwSignal::new(true) });

        let built = page::root("");
        let published = page::root(&self.leptos.map_or_else(|| page::html(&owner, || view(signals)), str::to_owned));
        let before = page::elements(&published);
        let mounted = owner.with(|| mount_to_renderer(&built, move || view(signals)));
        note("as published", page::difference(&published, &built).filter(|_| self.is_static()));
        let hydrated = owner.with(|| hydrate(&published, move || view(signals), "main", |_| ()));
        note("as hydrated", page::difference(&published, &built));
        let kept = before.iter().zip(page::elements(&published)).all(|(one, other)| one.is_same_node(Some(&other)));
        note("as hydrated", (kept != self.leptos.is_none()).then(|| format!("elements are the same: {kept}")));

        for (text, flag) in [("cde", false), ("f", true)] {
            signals.text.set(text.to_owned());
            signals.flag.set(flag);
            page::effects().await;
            note(text, page::difference(&published, &built));
            if self.is_static() {
                let fresh = page::root(&page::html(&owner, || view(signals)));
                note(text, page::difference(&fresh, &built));
            }
        }

        drop((mounted, hydrated));
        let left = [built.inner_html(), published.inner_html()].concat();
        note("unmounted", (!left.is_empty()).then_some(left));
        wrong
    }

    /// Returns true if the HTML describes the view completely: it has no properties, which exist only in the browser, and no
    /// Leptos views.
    fn is_static(&self) -> bool {
        self.leptos.is_none() && self.name != "properties"
    }
}
