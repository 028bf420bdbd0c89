//! A template is read by control characters.

use investchn_markup::view;

fn main() {
    view! { <p>"\u{1}"</p> };
}
