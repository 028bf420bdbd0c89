//! A flag must be explicit: `required=true`.

use investchn_markup::view;

fn main() {
    view! { <input required /> };
}
