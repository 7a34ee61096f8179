import { onEvent, type Handler, type Payload } from "./surface";
const h: Handler = (p: Payload) => p.id.trim(); onEvent(h);
