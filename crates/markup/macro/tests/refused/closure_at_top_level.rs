//! A closure at the top level would replace the siblings that its template gets.

use investchn_markup::view;

fn main() {
    view! { {|| "a"} };
}
