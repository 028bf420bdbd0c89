// CloudFront function, event "viewer request", runtime cloudfront-js-2.0. A bucket knows objects and no folders: an address
// with a slash at its end gets its file, one of a folder without it is sent on to it. The portal's base is /
// Written by `investchn-publish host-config`.
function handler(event) {
  const request = event.request;
  const name = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (name === "") {
    request.uri += "index.html";
  } else if (!name.includes(".")) {
    const query = Object.entries(request.querystring).map(([key, it]) => (it.value ? key + "=" + it.value : key)).join("&");
    // One slash at its beginning: with two it would be an address on another host.
    const location = "/" + request.uri.replace(/^[\/\\]+/, "") + "/" + (query ? "?" + query : "");
    return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };
  }
  return request;
}
