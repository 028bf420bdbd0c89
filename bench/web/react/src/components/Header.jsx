import { currentMark, menu } from "shared/navigation.js";
import { Link, useLocation } from "react-router";

export function Header({ site }) {
  const { pathname } = useLocation();
  return (
    <header className="site-header">
      <p className="slogan">{site.slogan}</p>
      <div className="site-bar">
        <Link className="brand" to="/">
          <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M4 28V14l8-5v19zM14 28V4l8 5v19zM24 28V15l4-2v15z" />
          </svg>
          <span className="brand-name">{site.name}</span>
          <span className="brand-name-en" lang="en">{site.name_en}</span>
        </Link>
        <nav className="menu" aria-label="主导航">
          <ul>
            {menu.map((entry) => (
              <li key={entry.path}>
                <Link to={entry.path} aria-current={currentMark(entry, pathname)}>{entry.label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
