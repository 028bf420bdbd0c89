export function NotFound() {
  return (
    <>
      <h1 tabindex="-1">没有找到这个页面</h1>
      <p><a href="/">回到首页</a></p>
    </>
  );
}
