import { parse, type Parsed } from "./surface";
const p: Parsed = parse({ id: 1, created: "", tags: [] }); p.created.getTime(); p.tags.push("x"); const again: Parsed = { id: 1, created: new Date(), tags: [] }; export { again };
