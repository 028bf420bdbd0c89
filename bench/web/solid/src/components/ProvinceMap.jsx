import { For, Show } from "solid-js";
import { regionPath } from "shared/navigation.js";
import { shade } from "shared/wording.js";

export function ProvinceMap(props) {
  return (
    <ul class="province-map">
      <For each={props.provinces}>
        {({ region, counts: { zones, national } }) => (
          <li class={`tile province-${region.code} ${shade(zones)}`}>
            <Show when={zones > 0} fallback={<None region={region} />}>
              <a class="tile-inside" href={regionPath(region.code)}>
                <span class="tile-name">{region.short}</span>
                <span class="tile-count">{zones}<span class="visually-hidden"> 家，其中国家级 {national} 家</span></span>
              </a>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function None(props) {
  return (
    <span class="tile-inside" title="名录中暂无">
      <span class="tile-name">{props.region.short}</span>
      <span class="tile-count">–</span>
    </span>
  );
}
