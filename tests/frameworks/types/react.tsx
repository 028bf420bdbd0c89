// The element in React's templates: what fits compiles, and each wrong use is an error.
import type {} from "../../../public/embed/embed-react";

export const page = (
  <>
    <investchn-zone
      zone="huaian-htz"
      limit={5}
      view="ticker"
      className="news"
      key="news"
      oninvestchn-load={({ detail }) => detail.feeds}
      oninvestchn-error={({ detail }) => detail.reason}
    >
      <a href="#news">示例</a>
    </investchn-zone>
    {/* @ts-expect-error: there is no such view */}
    <investchn-zone view="newz" />
    {/* @ts-expect-error: there is no such attribute */}
    <investchn-zone zones="huaian-htz" />
    {/* @ts-expect-error: the number of articles is no list */}
    <investchn-zone limit={[5]} />
    {/* @ts-expect-error: there is no such element */}
    <investchn-zones zone="huaian-htz" />
  </>
);
