import { object, string, type Infer, type Schema } from "./surface";
const User = object({ name: string(), mail: string().optional() });
type User = Infer<typeof User>; const u: User = User.parse({}); u.name.trim(); u.mail?.trim(); const s: Schema<User> = User; s.optional();
