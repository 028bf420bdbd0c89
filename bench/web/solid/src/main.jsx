import "portal.css";

import { Route, Router } from "@solidjs/router";
import { render } from "solid-js/web";

import { App } from "./App.jsx";
import { preloadView } from "./data.js";
import { ArticlePage } from "./pages/ArticlePage.jsx";
import { HomePage } from "./pages/HomePage.jsx";
import { NotFound } from "./pages/NotFound.jsx";
import { ZonePage } from "./pages/ZonePage.jsx";

render(
  () => (
    <Router root={App}>
      <Route path="/" component={HomePage} preload={preloadView} />
      <Route path="/zone/:zone/*rest" component={ZonePage} preload={preloadView} />
      <Route path="/article/:id" component={ArticlePage} preload={preloadView} />
      <Route path="*" component={NotFound} />
    </Router>
  ),
  document.getElementById("app"),
);
