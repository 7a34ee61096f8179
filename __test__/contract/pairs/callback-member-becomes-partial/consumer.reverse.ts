import { define } from "./surface";
interface Own { id: string }
export const own: Own = define<Own>({ defaults: { read: () => ({}) } });
