import { paginate } from "./surface";
paginate([1], { page: 0 }).pages.toFixed();
