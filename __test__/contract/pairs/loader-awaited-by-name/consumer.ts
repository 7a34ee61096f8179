import { load } from "./surface";
load("user").then((u) => u.id.trim()); load("flags").then((f) => f.beta === true);
