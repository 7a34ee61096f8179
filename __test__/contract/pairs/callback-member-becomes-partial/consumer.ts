import { define } from "./surface";
export const name: string = define({ defaults: { read: () => "a" } });
