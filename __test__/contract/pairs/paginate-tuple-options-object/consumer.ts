import { paginate } from "./surface";
paginate([1], 0).pages.toFixed();
