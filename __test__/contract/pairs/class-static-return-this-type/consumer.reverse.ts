import { Model, modelName } from "./surface";
class Row extends Model { constructor(readonly index: number) { super(); } }
export const n: string = modelName(Row.create({ id: "x" }));
