// What is visited: the largest zone, its newest articles, and the one to which the deep link leads.

/** The paths, from the published JSON of a portal. */
export async function visits(portal, zone) {
  const response = await fetch(new URL(`data/zone/${zone}/latest.json`, portal));
  const { items } = (await response.json()).view.list;
  const articles = items.filter((item) => item.kind === "text");
  if (articles.length < 12) throw new Error("the newest page of the zone has too few articles");
  return { home: "/", zone: `/zone/${zone}/`, article: `/article/${articles[0].id}/` };
}
