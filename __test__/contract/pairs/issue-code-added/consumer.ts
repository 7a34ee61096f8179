import { validate, type Issue } from "./surface";
const label: { [C in Issue["code"]]: string } = { required: "missing", invalid: "wrong" };
export const l = validate(1).map(i => label[i.code]);
