//! Windows and tabs: how many there are, which one is looked at, how large it is.

use serde_json::json;

use super::Browser;
use super::wait::Wait;

impl Browser {
    /// How many windows and tabs are open.
    pub(crate) async fn windows(&self) -> usize {
        self.done("count the windows", self.client.windows().await).len()
    }

    /// Waits until so many windows and tabs are open.
    pub(crate) async fn wait_windows(&self, count: usize) {
        let what = format!("{count} windows");
        self.note(&format!("wait for {what}"));
        let mut wait = Wait::start();
        while !self.client.windows().await.is_ok_and(|windows| windows.len() == count) {
            wait.again(self, &what, None).await;
        }
    }

    /// Looks at a window by its number, from 0 for the first.
    pub(crate) async fn switch_to_window(&self, number: usize) {
        let step = format!("switch to window {number}");
        let windows = self.client.windows().await.unwrap_or_default();
        let window = windows.into_iter().nth(number).unwrap_or_else(|| panic!("could not {step}: there is none"));
        self.done(&step, self.client.switch_to_window(window).await);
    }

    /// Closes the window that is looked at; `switch_to_window` must follow.
    pub(crate) async fn close_window(&self) {
        self.done("close the window", self.client.close_window().await);
    }

    /// Makes the page so large, in CSS pixels.
    pub(crate) async fn set_window(&self, width: u32, height: u32) {
        self.fit_page(width, height).await;
        let script = "return innerWidth === arguments[0] && innerHeight === arguments[1] || null";
        self.poll(script, vec![json!(width), json!(height)], &format!("a page of {width} × {height}")).await;
    }

    /// The size that WebDriver sets is the window's with its frame: what the page lacks then is added. The frame is not
    /// measured beforehand, for a window that is narrower than its browser likes claims a frame that it has not.
    pub(super) async fn fit_page(&self, width: u32, height: u32) {
        let step = format!("make the page {width} × {height}");
        self.done(&step, self.client.set_window_size(width, height).await);
        let page = self.execute("return [innerWidth, innerHeight]", Vec::new()).await;
        let lacking = |index: usize, wanted: u32| {
            let there = page[index].as_u64().and_then(|size| u32::try_from(size).ok()).unwrap_or(wanted);
            (2 * wanted).saturating_sub(there)
        };
        let size = (lacking(0, width), lacking(1, height));
        if size != (width, height) {
            self.done(&step, self.client.set_window_size(size.0, size.1).await);
        }
    }
}
