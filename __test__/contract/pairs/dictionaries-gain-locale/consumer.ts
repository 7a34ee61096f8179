import { dictionaries } from "./surface";
dictionaries.de.greeting.trim(); const one: { greeting: string } = dictionaries["en"]; export { one };
