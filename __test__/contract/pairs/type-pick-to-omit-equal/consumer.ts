import { publicUser, save } from "./surface";
const u = publicUser("1");
save({ name: u.name, secret: u.id }).then(id => publicUser(id).name);
