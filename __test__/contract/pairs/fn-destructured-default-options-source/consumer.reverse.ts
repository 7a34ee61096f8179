import { paginate } from "./surface";
export const l: boolean = paginate([1], { wrap: true }).last;
