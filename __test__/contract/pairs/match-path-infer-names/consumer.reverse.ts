import { matchPath, type RouteParams } from "./surface";
const p: RouteParams<"/a/:id/:tab"> = { id: "1", tab: "x" };
matchPath("/users/:user/posts/:post", "/x")?.post.trim(); matchPath("/x", "/x"); p.id.trim();
