//! A listener gets the event.

use investchn_markup::view;

fn main() {
    view! { <input on:input=|text: String| drop(text) /> };
}
