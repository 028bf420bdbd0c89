import { For, Show } from "solid-js";
import { articlePath, zonePath } from "shared/navigation.js";
import { kindName } from "shared/wording.js";

import { Picture } from "./Picture.jsx";

function DateAndSource(props) {
  return (
    <>
      <time datetime={props.item.published}>{props.item.published}</time>
      <span class="item-source">{props.item.source}</span>
    </>
  );
}

function ZoneLink(props) {
  return <a class="item-zone" href={zonePath(props.zone.id)}>{props.zone.short}</a>;
}

export function ItemList(props) {
  return (
    <ul class="items">
      <For each={props.items}>
        {(item) => (
          <li class="item">
            <div class="item-text">
              <h3><a href={articlePath(item.id)}>{item.title}</a></h3>
              <p class="item-summary">{item.summary}</p>
              <p class="item-meta">
                <DateAndSource item={item} />
                <Show when={props.withZone}><ZoneLink zone={item.zone} /></Show>
                <Show when={item.kind !== "text"}><span class="badge">{kindName[item.kind]}</span></Show>
              </p>
            </div>
            <Show when={item.picture}>
              <span class="item-picture" aria-hidden="true"><Picture picture={item.picture} sizes="8rem" /></span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

export function PhotoCards(props) {
  return (
    <ul class="cards">
      <For each={props.items}>
        {(item) => (
          <li class="card">
            <a href={articlePath(item.id)}>
              <Show when={item.picture}>
                <span class="card-picture" aria-hidden="true">
                  <Picture picture={item.picture} sizes="(min-width: 48rem) 18rem, 90vw" />
                </span>
              </Show>
              <span class="card-title">{item.title}</span>
            </a>
            <Show when={props.withMeta}>
              <p class="item-meta"><DateAndSource item={item} /><ZoneLink zone={item.zone} /></p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
