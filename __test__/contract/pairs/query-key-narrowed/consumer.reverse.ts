import { invalidate } from "./surface";
void invalidate(["user", 1, { page: 2 }]).then(() => {});
