import { Link } from "react-router";
import { footerLinks, telHref } from "shared/wording.js";

export function Footer({ site }) {
  const { phone, fax, email } = site.contact;
  return (
    <footer className="site-footer">
      <section className="contact" aria-labelledby="contact-heading">
        <h2 id="contact-heading">与我们联系</h2>
        <ul>
          <li><span className="contact-label">联系电话</span>：<a href={telHref(phone)}>{phone}</a></li>
          <li><span className="contact-label">传真</span>：<a href={telHref(fax)}>{fax}</a></li>
          <li><span className="contact-label">邮箱</span>：<a href={`mailto:${email}`}>{email}</a></li>
        </ul>
      </section>
      <p className="footer-links">
        {footerLinks.map(([label, path]) => <Link to={path} key={path}>{label}</Link>)}
      </p>
      <p className="copyright">
        {site.copyright}
        {site.icp && <span className="filing">{site.icp}</span>}
        {site.police && <span className="filing">{site.police}</span>}
      </p>
    </footer>
  );
}
