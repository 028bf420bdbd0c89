//! Windows and tabs: their number, the active one, and its size.

use serde_json::json;

use super::Browser;
use super::wait::Wait;

impl Browser {
    /// Returns the number of open windows and tabs.
    pub(crate) async fn windows(&self) -> usize {
        self.done("count the windows", self.client.windows().await).len()
    }

    /// Waits until this number of windows and tabs is open.
    pub(crate) async fn wait_windows(&self, count: usize) {
        let what = format!("{count} windows");
        self.note(&format!("wait for {what}"));
        let mut wait = Wait::start();
        while !self.client.windows().await.is_ok_and(|windows| windows.len() == count) {
            wait.again(self, &what, None).await;
        }
    }

    /// Switches to a window by its index, from 0.
    pub(crate) async fn switch_to_window(&self, number: usize) {
        let step = format!("switch to window {number}");
        let windows = self.client.windows().await.unwrap_or_default();
        let window = windows.into_iter().nth(number).unwrap_or_else(|| panic!("could not {step}: there is none"));
        self.done(&step, self.client.switch_to_window(window).await);
    }

    /// Closes the active window; `switch_to_window` must follow.
    pub(crate) async fn close_window(&self) {
        self.done("close the window", self.client.close_window().await);
    }

    /// Sets the size of the page, in CSS pixels.
    pub(crate) async fn set_window(&self, width: u32, height: u32) {
        self.fit_page(width, height).await;
        let script = "return innerWidth === arguments[0] && innerHeight === arguments[1] || null";
        self.poll(script, vec![json!(width), json!(height)], &format!("a page of {width} × {height}")).await;
    }

    /// Sets the window's size, and corrects it by what the page lacks, because WebDriver's size includes the window's frame. The
    /// frame is not measured beforehand: a window that is narrower than the browser's minimum reports a wrong frame.
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
