//! Mouse and keyboard. An element that is missing or covered is waited for, as a reader would.

use std::time::Duration;

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};

use super::wait::Wait;
use super::{Browser, Key};

impl Browser {
    /// Clicks the first match.
    pub(crate) async fn click(&self, css: &str) {
        self.click_at(Locator::Css(css), &format!("click {css}")).await;
    }

    /// Clicks the first link with exactly this text.
    pub(crate) async fn click_link_text(&self, text: &str) {
        self.click_at(Locator::LinkText(text), &format!("click the link “{text}”")).await;
    }

    /// Clicks the first match while holding the key that opens a link in a new tab.
    pub(crate) async fn ctrl_click(&self, css: &str) {
        let step = format!("ctrl-click {css}");
        let element = self.find(Locator::Css(css), &step).await;
        let key = char::from(if cfg!(target_os = "macos") { Key::Meta } else { Key::Control });
        let pause = Duration::ZERO;
        let keyboard = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Pause { duration: pause })
            .then(KeyAction::Pause { duration: pause })
            .then(KeyAction::Up { value: key });
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let actions = Actions::default().and(keyboard).and(mouse);
        self.done(&step, self.client.perform_actions(actions).await);
    }

    /// Presses a key, such as `Key::Tab`, `Key::Enter` or `'a'`, at the focus.
    pub(crate) async fn press(&self, key: impl Into<char>) {
        let value = key.into();
        let keyboard =
            KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.done(&format!("press {}", value.escape_unicode()), self.client.perform_actions(keyboard).await);
    }

    /// Accepts the dialog of the page.
    pub(crate) async fn say_yes(&self) {
        self.done("say yes", self.client.accept_alert().await);
    }

    /// Types into the first match.
    pub(crate) async fn type_into(&self, css: &str, text: &str) {
        let step = format!("type “{text}” into {css}");
        let element = self.find(Locator::Css(css), &step).await;
        self.done(&step, element.send_keys(text).await);
    }

    async fn find(&self, locator: Locator<'_>, step: &str) -> Element {
        let mut wait = Wait::start();
        loop {
            match self.client.find(locator).await {
                Ok(element) => return element,
                Err(error) => wait.again(self, &format!("what to {step}"), Some(error)).await,
            }
        }
    }

    async fn click_at(&self, locator: Locator<'_>, step: &str) {
        self.note(step);
        let mut wait = Wait::start();
        loop {
            match try_click(&self.client, locator).await {
                Ok(()) => return,
                Err(error) if may_pass(&error) => {
                    wait.again(self, &format!("what to {step}"), Some(error)).await;
                }
                Err(error) => panic!("could not {step}: {error}"),
            }
        }
    }
}

async fn try_click(client: &Client, locator: Locator<'_>) -> Result<(), CmdError> {
    client.find(locator).await?.click().await
}

/// Returns true if the element may become clickable without further action.
fn may_pass(error: &CmdError) -> bool {
    let intercepted = matches!(error, CmdError::Standard(error) if error.error() == "element click intercepted");
    intercepted
        || error.is_no_such_element()
        || error.is_stale_element_reference()
        || error.is_element_not_interactable()
}
