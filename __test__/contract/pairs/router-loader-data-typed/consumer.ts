import { defineRoute, type LoaderArgs } from "./surface";
const loader = async ({ params }: LoaderArgs) => ({ id: params["id"] ?? "" });
export const id: Promise<string> = defineRoute({ path: "/:id", loader, title: d => d.id }).load().then(d => d.id);
