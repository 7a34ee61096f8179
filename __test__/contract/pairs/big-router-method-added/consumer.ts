import { createRoute, createRouter } from "./surface";
const home = createRoute({ path: "home" });
const user = createRoute({ path: "users/$id", validateSearch: r => ({ tab: String(r["tab"]) }), loader: ({ params, search }) => params.id + search.tab });
const posts = user.child({ path: "posts/$post", loader: () => 1 });
const router = createRouter([home, user, posts]);
router.navigate({ to: "users/$id", params: { id: "1" } }); router.navigate({ to: "home", replace: true });
export const s: string = user.useLoaderData() + posts.useSearch().tab + router.current;
