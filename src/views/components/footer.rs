//! The footer of every page: 与我们联系 and the copyright line.

use investchn_markup::{Markup, view};
use investchn_messages::TEXT;
use investchn_model::route::{EMBED_BUILDER_PATH, Route};

use investchn_navigation::page_meta::tel_href;
use investchn_navigation::site_context::SiteContext;

/// Renders the footer. It shows telephone numbers as the operator wrote them; their links dial.
pub(crate) fn footer(portal: &SiteContext) -> Markup {
    let site = &portal.site;
    let contact = &site.contact;
    let filing = |number: &str| (!number.is_empty()).then(|| view! { <span class="filing">{number.to_owned()}</span> });
    view! {
        <footer class="site-footer">
            <section class="contact" aria-labelledby="contact-heading">
                <h2 id="contact-heading">{TEXT.frame.contact}</h2>
                <ul>
                    <li>
                        <span class="contact-label">{TEXT.frame.phone}</span>{TEXT.frame.colon}
                        <a href=tel_href(&contact.phone)>{contact.phone.clone()}</a>
                    </li>
                    <li>
                        <span class="contact-label">{TEXT.frame.fax}</span>{TEXT.frame.colon}
                        <a href=tel_href(&contact.fax)>{contact.fax.clone()}</a>
                    </li>
                    <li>
                        <span class="contact-label">{TEXT.frame.email}</span>{TEXT.frame.colon}
                        <a href=["mailto:", &contact.email].concat()>{contact.email.clone()}</a>
                    </li>
                </ul>
            </section>
            <p class="footer-links">
                <a href=portal.href(&Route::Saved)>{TEXT.frame.saved_link}</a>
                <a href=portal.base.join(EMBED_BUILDER_PATH)>{TEXT.frame.embed_link}</a>
            </p>
            <p class="copyright">{site.copyright.clone()}{filing(&site.icp)}{filing(&site.police)}</p>
        </footer>
    }
}
