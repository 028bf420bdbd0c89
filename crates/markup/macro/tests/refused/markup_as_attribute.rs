//! Markup is not text: as an attribute it would vanish.

use investchn_markup::view;

fn main() {
    view! { <p title=view! { <b>"a"</b> }>"a"</p> };
}
