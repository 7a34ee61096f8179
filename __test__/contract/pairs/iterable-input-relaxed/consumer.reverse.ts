import { index } from "./surface";
index(new Set([{ name: "a" }]), "name");
