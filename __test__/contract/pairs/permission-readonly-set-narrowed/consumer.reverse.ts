import { permissions } from "./surface";
const label = { read: "R", write: "W" };
for (const p of permissions()) console.log(label[p]);
