import { useToast } from "./surface";
useToast().show("a"); useToast().show("a", "b");
