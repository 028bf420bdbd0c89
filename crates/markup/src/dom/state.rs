//! Markup as a view that Leptos mounts: its top-level nodes, and the reactive owner of everything in them.

use leptos::prelude::Owner;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::build::{append_text, build, children};
use crate::Markup;

/// Markup in a document. Dropping it ends its effects and listeners.
pub struct MarkupState {
    /// The top-level nodes: at least one, unless there is no document.
    nodes: Vec<Node>,
    /// True if the nodes are on the page already: inserting them again would lose focus and scroll position.
    in_place: bool,
    /// Held only to be dropped.
    _owner: Owner,
}

impl MarkupState {
    /// Returns the state of hydrated markup.
    pub(super) fn in_place(nodes: Vec<Node>, owner: Owner) -> Self {
        MarkupState { nodes, in_place: true, _owner: owner }
    }
}

impl Render for Markup {
    type State = MarkupState;

    fn build(self) -> MarkupState {
        let owner = Owner::new();
        let document = web_sys::window().and_then(|window| window.document());
        let nodes = document.map(|document| {
            let fragment = document.create_document_fragment();
            owner.with(|| build(self, &fragment));
            if !fragment.has_child_nodes() {
                // A placeholder for empty markup.
                append_text(&document, &fragment, "");
            }
            children(&fragment)
        });
        MarkupState { nodes: nodes.unwrap_or_default(), in_place: false, _owner: owner }
    }

    fn rebuild(self, state: &mut MarkupState) {
        let mut old = std::mem::replace(state, self.build());
        old.insert_before_this(state);
        old.unmount();
    }
}

impl Mountable for MarkupState {
    fn unmount(&mut self) {
        for node in &self.nodes {
            let _ = node.parent_node().map(|parent| parent.remove_child(node));
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if std::mem::take(&mut self.in_place) {
            return;
        }
        for node in &self.nodes {
            let _ = parent.insert_before(node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.nodes.first();
        let parent = first.and_then(Node::parent_element);
        parent.map(|parent| child.mount(&parent, first)).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        self.nodes.iter().filter_map(|node| node.dyn_ref().cloned()).collect()
    }
}
