import { find } from "./surface";
find("user").then(([user]) => user.id.toFixed());
