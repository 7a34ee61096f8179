import { user, users, type User } from "./surface";
const u: Promise<User> = user("1");
users(["a"]).then(l => l.map(x => x.name)).then(() => u);
