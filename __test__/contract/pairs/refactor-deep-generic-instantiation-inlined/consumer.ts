import { getTags, getUser } from "./surface";
getUser("1", true).then(u => u.name); getUser.clear();
export const n: string | undefined = getUser.peek("1")?.name ?? getTags.peek()?.[0];
