import { register } from "./surface";
register({ before() {}, after() {}, finally() {} });
