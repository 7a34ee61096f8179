import { withTags, Doc } from "./surface";
class Note extends withTags(Doc) { first() { return this.tags[0] ?? this.title; } }
export const f = new Note("x").first();
