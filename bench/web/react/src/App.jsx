import { Outlet, ScrollRestoration, useLoaderData } from "react-router";

import { Footer } from "./components/Footer.jsx";
import { Header } from "./components/Header.jsx";

export function App() {
  const site = useLoaderData();
  return (
    <>
      <a className="skip-link" href="#main">跳到正文</a>
      <Header site={site} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer site={site} />
      <ScrollRestoration />
    </>
  );
}
