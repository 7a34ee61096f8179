import { Code, Status, code, status } from "./surface";
export const b: boolean = status(1) === Status.Open && code(Status.Merged) === Code.Ok;
