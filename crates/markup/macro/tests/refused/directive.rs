//! Directives of Leptos would be set as attributes of such a name.

use investchn_markup::view;

fn main() {
    view! { <p class:bold=true>"a"</p> };
}
