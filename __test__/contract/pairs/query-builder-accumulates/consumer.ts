import { from, type Query } from "./surface";
interface U { id: string; age: number }
const q: Query<U> = from<U>("u"); q.select("id").select("age").run().then((r) => r[0]!.id.trim() + r[0]!.age.toFixed());
