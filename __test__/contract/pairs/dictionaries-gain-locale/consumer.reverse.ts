import { dictionaries } from "./surface";
dictionaries.fr.greeting.trim();
