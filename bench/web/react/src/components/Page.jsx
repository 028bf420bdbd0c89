import { breadcrumbs, pathOf, titleOf } from "shared/navigation.js";
import { Link, useRouteLoaderData } from "react-router";

/** A view with its title and the trail to it. */
export function Page({ view, children }) {
  const site = useRouteLoaderData("app");
  const trail = breadcrumbs(view);
  const here = pathOf(view);
  return (
    <>
      <title>{titleOf(view, site)}</title>
      <nav className="breadcrumbs" aria-label="您现在的位置">
        <span className="breadcrumbs-label">您现在的位置：</span>
        <ol>
          {trail.map((step, place) => (
            <li key={step.path}>
              <Link to={step.path} aria-current={step.path === here ? "page" : undefined}>{step.label}</Link>
              {place < trail.length - 1 && <span className="separator" aria-hidden="true">{">"}</span>}
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </>
  );
}
