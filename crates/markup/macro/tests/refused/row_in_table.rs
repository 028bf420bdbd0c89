//! A parser would insert a `tbody` around the row.

use investchn_markup::view;

fn main() {
    view! { <table><tr></tr></table> };
}
