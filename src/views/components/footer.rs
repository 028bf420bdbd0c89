//! The footer of every page: 与我们联系 and the copyright line.

use investchn_markup::{Markup, view};
use investchn_model::route::{EMBED_BUILDER_PATH, Route};

use crate::site_context::SiteContext;
use crate::wording;

/// The footer. It shows telephone numbers as the operator wrote them; their links dial.
pub(crate) fn footer(portal: &SiteContext) -> Markup {
    let site = &portal.site;
    let contact = &site.contact;
    let filing = |number: &str| (!number.is_empty()).then(|| view! { <span class="filing">{number.to_owned()}</span> });
    view! {
        <footer class="site-footer">
            <section class="contact" aria-labelledby="contact-heading">
                <h2 id="contact-heading">"与我们联系"</h2>
                <ul>
                    <li>
                        <span class="contact-label">"联系电话"</span>"："
                        <a href=wording::tel_href(&contact.phone)>{contact.phone.clone()}</a>
                    </li>
                    <li>
                        <span class="contact-label">"传真"</span>"："
                        <a href=wording::tel_href(&contact.fax)>{contact.fax.clone()}</a>
                    </li>
                    <li>
                        <span class="contact-label">"邮箱"</span>"："
                        <a href=["mailto:", &contact.email].concat()>{contact.email.clone()}</a>
                    </li>
                </ul>
            </section>
            <p class="footer-links">
                <a href=portal.href(&Route::Saved)>"公文包（离线阅读）"</a>
                <a href=portal.base.join(EMBED_BUILDER_PATH)>"把新闻放到您的网站"</a>
            </p>
            <p class="copyright">{site.copyright.clone()}{filing(&site.icp)}{filing(&site.police)}</p>
        </footer>
    }
}
