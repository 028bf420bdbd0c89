//! A void element has no content.

use investchn_markup::view;

fn main() {
    view! { <br>"a"</br> };
}
