import type { Profile } from "./surface";
export const me: Profile = { name: "A" };
