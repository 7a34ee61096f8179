import { from } from "./surface";
interface User { id: number; name: string }
export const names = from<User>("u").select("name").where("id", ">", 3).limit(5).run().then(rows => rows.map(r => r.name));
export const j = from<User>("u").join<{ city: string }>("c").select("city", "id").run();
