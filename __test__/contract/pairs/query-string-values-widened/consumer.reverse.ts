import { toQuery } from "./surface";
toQuery({ page: 2, all: true });
