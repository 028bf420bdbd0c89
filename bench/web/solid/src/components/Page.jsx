import { createEffect, For, Show } from "solid-js";
import { breadcrumbs, pathOf, titleOf } from "shared/navigation.js";

import { useSite } from "../site.js";

/** A view with its title and the trail to it. */
export function Page(props) {
  const site = useSite();
  const trail = () => breadcrumbs(props.view);
  createEffect(() => (document.title = titleOf(props.view, site)));
  return (
    <>
      <nav class="breadcrumbs" aria-label="您现在的位置">
        <span class="breadcrumbs-label">您现在的位置：</span>
        <ol>
          <For each={trail()}>
            {(step, place) => (
              <li>
                <a href={step.path} aria-current={step.path === pathOf(props.view) ? "page" : undefined}>{step.label}</a>
                <Show when={place() < trail().length - 1}>
                  <span class="separator" aria-hidden="true">{">"}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </nav>
      {props.children}
    </>
  );
}
