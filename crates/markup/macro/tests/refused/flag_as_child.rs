//! A flag is not text: as a child it would vanish.

use investchn_markup::view;

fn main() {
    view! { <p>{true}</p> };
}
