import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";

import { Footer } from "./components/Footer.jsx";
import { Header } from "./components/Header.jsx";
import { getSite } from "./data.js";
import { SiteContext } from "./site.js";

export function App(props) {
  const site = createAsync(() => getSite());
  return (
    <Suspense fallback={<p>正在打开……</p>}>
      <Show when={site()}>
        <SiteContext.Provider value={site()}>
          <a class="skip-link" href="#main">跳到正文</a>
          <Header site={site()} pathname={props.location.pathname} />
          <main id="main" tabindex="-1">{props.children}</main>
          <Footer site={site()} />
        </SiteContext.Provider>
      </Show>
    </Suspense>
  );
}
