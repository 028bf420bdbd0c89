//! A directive of Leptos would become an attribute of that name.

use investchn_markup::view;

fn main() {
    view! { <p class:bold=true>"a"</p> };
}
