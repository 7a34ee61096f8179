import { lens, noop } from "./surface";
interface App { user: { name: string; tags: string[] } }
const name = lens<App>().at("user").at("name");
export const both: [string, string[]] = name.zip(lens<App>().at("user").at("tags")).get({ user: { name: "x", tags: [] } });
noop();
