import { messages, post, type Message } from "./surface";
const m: Message = { id: 1, text: "x", at: new Date() };
post(m); messages().forEach(post);
