import { For } from "solid-js";
import { currentMark, menu } from "shared/navigation.js";

export function Header(props) {
  return (
    <header class="site-header">
      <p class="slogan">{props.site.slogan}</p>
      <div class="site-bar">
        <a class="brand" href="/">
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M4 28V14l8-5v19zM14 28V4l8 5v19zM24 28V15l4-2v15z" />
          </svg>
          <span class="brand-name">{props.site.name}</span>
          <span class="brand-name-en" lang="en">{props.site.name_en}</span>
        </a>
        <nav class="menu" aria-label="主导航">
          <ul>
            <For each={menu}>
              {(entry) => <li><a href={entry.path} aria-current={currentMark(entry, props.pathname)}>{entry.label}</a></li>}
            </For>
          </ul>
        </nav>
      </div>
    </header>
  );
}
