import { validate, ValidationError } from "./surface";
try { for (const i of validate({})) if (i.code === "required") i.path.join("."); } catch (e) { if (e instanceof ValidationError) e.issues.map(i => i.code + i.message); }
