import { href, route } from "./surface";
route("/users/:id/posts/:post", p => href(p.id + p.post));
route("/", () => "home");
