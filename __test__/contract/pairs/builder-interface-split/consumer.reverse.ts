import { from } from "./surface";
export const names = () => from<{ name: string; id: number }>().select("name").run().then((rows) => rows.map((one) => one.name));
