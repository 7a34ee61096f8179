import type { Author } from "./author";
export interface Book { readonly title: string; readonly by: Author; sequel(): Book | null }
