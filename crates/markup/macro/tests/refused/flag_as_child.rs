//! A flag is no text: as a child it would vanish.

use investchn_markup::view;

fn main() {
    view! { <p>{true}</p> };
}
