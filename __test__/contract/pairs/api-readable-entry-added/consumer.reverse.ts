import { read } from "./surface";
read("me").then(({ id }) => id);
