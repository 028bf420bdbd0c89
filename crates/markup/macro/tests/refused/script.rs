//! The content of a script is not parsed as HTML.

use investchn_markup::view;

fn main() {
    view! { <script>"a"</script> };
}
