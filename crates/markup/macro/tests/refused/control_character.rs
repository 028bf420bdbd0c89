//! Control characters are the codes of a template.

use investchn_markup::view;

fn main() {
    view! { <p>"\u{1}"</p> };
}
