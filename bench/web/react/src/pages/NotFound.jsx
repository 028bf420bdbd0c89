import { Link } from "react-router";

export function NotFound() {
  return (
    <>
      <h1 tabIndex={-1}>没有找到这个页面</h1>
      <p><Link to="/">回到首页</Link></p>
    </>
  );
}
