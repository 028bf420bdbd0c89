//! Closures in a list would replace each other.

use investchn_markup::view;

fn main() {
    view! { <p>{vec![|| "a", || "b"]}</p> };
}
