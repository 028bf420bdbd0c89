//! A component belongs in a slot.

use investchn_markup::view;

fn main() {
    view! { <Counter /> };
}
