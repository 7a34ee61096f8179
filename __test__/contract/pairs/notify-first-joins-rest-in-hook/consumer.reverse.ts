import { useToast } from "./surface";
useToast().show(new Error("x"));
