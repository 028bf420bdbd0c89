//! A closure beside siblings would replace them when it runs again.

use investchn_markup::view;

fn main() {
    view! { <p>"a"{|| "b"}</p> };
}
