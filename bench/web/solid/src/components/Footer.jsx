import { For, Show } from "solid-js";
import { footerLinks, telHref } from "shared/wording.js";

export function Footer(props) {
  const contact = () => props.site.contact;
  return (
    <footer class="site-footer">
      <section class="contact" aria-labelledby="contact-heading">
        <h2 id="contact-heading">与我们联系</h2>
        <ul>
          <li><span class="contact-label">联系电话</span>：<a href={telHref(contact().phone)}>{contact().phone}</a></li>
          <li><span class="contact-label">传真</span>：<a href={telHref(contact().fax)}>{contact().fax}</a></li>
          <li><span class="contact-label">邮箱</span>：<a href={`mailto:${contact().email}`}>{contact().email}</a></li>
        </ul>
      </section>
      <p class="footer-links">
        <For each={footerLinks}>{([label, path]) => <a href={path}>{label}</a>}</For>
      </p>
      <p class="copyright">
        {props.site.copyright}
        <Show when={props.site.icp}><span class="filing">{props.site.icp}</span></Show>
        <Show when={props.site.police}><span class="filing">{props.site.police}</span></Show>
      </p>
    </footer>
  );
}
