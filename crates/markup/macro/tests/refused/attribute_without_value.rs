//! An attribute says that it is a flag: `required=true`.

use investchn_markup::view;

fn main() {
    view! { <input required /> };
}
