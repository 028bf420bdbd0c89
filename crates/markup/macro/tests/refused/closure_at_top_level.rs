//! A closure at the top level would replace the siblings around its template.

use investchn_markup::view;

fn main() {
    view! { {|| "a"} };
}
