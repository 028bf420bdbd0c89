import "portal.css";

import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";

import { App } from "./App.jsx";
import { site, view } from "./data.js";
import { ArticlePage } from "./pages/ArticlePage.jsx";
import { HomePage } from "./pages/HomePage.jsx";
import { NotFound } from "./pages/NotFound.jsx";
import { ZonePage } from "./pages/ZonePage.jsx";

const router = createBrowserRouter([
  {
    id: "app",
    path: "/",
    element: <App />,
    loader: site,
    shouldRevalidate: () => false,
    hydrateFallbackElement: <p>正在打开……</p>,
    errorElement: <NotFound />,
    children: [
      { index: true, element: <HomePage />, loader: view },
      { path: "zone/:zone/*", element: <ZonePage />, loader: view },
      { path: "article/:id", element: <ArticlePage />, loader: view },
      { path: "*", element: <NotFound /> },
    ],
  },
]);

createRoot(document.getElementById("app")).render(<RouterProvider router={router} />);
